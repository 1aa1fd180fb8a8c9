package dev.troupe.node.crypto.asn1;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A cursor over DER elements (X.690 §8). Owned by the method that reads; not thread-safe. Whatever is not as asked for
 * is a {@link MalformedException}, and no length reaches beyond the bytes that are there.
 */
public final class DerReader {
    private final byte[] bytes;
    private final int end;
    private int at;

    private DerReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    /** A cursor before the first element. */
    public static DerReader of(byte[] bytes) {
        return new DerReader(bytes, 0, bytes.length);
    }

    public boolean atEnd() {
        return at == end;
    }

    /** The tag of the next element; -1 at the end. */
    public int tag() {
        return at == end ? -1 : bytes[at] & 0xff;
    }

    /** Goes past the next element, which must have {@code tag}, and gives a cursor over what is in it. */
    public DerReader enter(int tag) {
        if (tag() != tag) {
            throw new MalformedException("tag " + tag() + " where " + tag + " was expected");
        }
        return next();
    }

    private DerReader next() {
        int start = at + 1;
        if (start >= end) {
            throw new MalformedException("no length");
        }
        int length = bytes[start++] & 0xff;
        if (length >= 0x80) {
            int width = length & 0x7f;
            if (width == 0 || width > 4 || width > end - start) {
                throw new MalformedException("length of " + width + " bytes");
            }
            length = 0;
            for (int i = 0; i < width; i++) {
                length = length << 8 | bytes[start++] & 0xff;
            }
        }
        if (length < 0 || length > end - start) {
            throw new MalformedException("an element of " + length + " bytes where " + (end - start) + " are left");
        }
        at = start + length;
        return new DerReader(bytes, start, at);
    }

    public DerReader sequence() {
        return enter(Der.SEQUENCE);
    }

    public BigInteger integer() {
        byte[] content = content(Der.INTEGER);
        if (content.length == 0) {
            throw new MalformedException("an integer without bytes");
        }
        return new BigInteger(content);
    }

    /** An integer that fits in 31 bits. */
    public int smallInteger() {
        BigInteger value = integer();
        if (value.signum() < 0 || value.bitLength() > 31) {
            throw new MalformedException("a large integer where a small one was expected");
        }
        return value.intValue();
    }

    public byte[] octets() {
        return content(Der.OCTETS);
    }

    /** The bytes of a bit string without unused bits. */
    public byte[] bits() {
        byte[] content = content(Der.BITS);
        if (content.length == 0 || content[0] != 0) {
            throw new MalformedException("a bit string that does not end with a byte");
        }
        return Arrays.copyOfRange(content, 1, content.length);
    }

    /** An object identifier as dotted text. */
    public String oid() {
        DerReader arcs = enter(Der.OID);
        if (arcs.atEnd()) {
            throw new MalformedException("an object identifier without bytes");
        }
        StringBuilder text = new StringBuilder();
        while (!arcs.atEnd()) {
            long value = arcs.base128();
            if (text.length() == 0) {
                long first = Math.min(value / 40, 2);
                text.append(first).append('.').append(value - first * 40);
            } else {
                text.append('.').append(value);
            }
        }
        return text.toString();
    }

    private long base128() {
        long value = 0;
        while (at < end && value < 1L << 48) {
            byte next = bytes[at++];
            value = value << 7 | next & 0x7f;
            if (next >= 0) {
                return value;
            }
        }
        throw new MalformedException("an object identifier that does not end");
    }

    /** What is in the next element, which must have {@code tag}. */
    public byte[] content(int tag) {
        return enter(tag).rest();
    }

    /** All that is left, elements or not. */
    public byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, at, end);
        at = end;
        return rest;
    }

    /** The next element as it stands, tag and length included. */
    public byte[] element() {
        int start = at;
        skip();
        return Arrays.copyOfRange(bytes, start, at);
    }

    /** Goes past the next element. */
    public void skip() {
        if (at == end) {
            throw new MalformedException("an element is missing");
        }
        next();
    }
}
