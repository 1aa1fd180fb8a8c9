package dev.troupe.node.crypto.asn1;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** Writes DER elements (X.690 §8), each from the finished elements within it. Stateless, any thread. */
public final class Der {
    public static final int INTEGER = 0x02;
    public static final int BITS = 0x03;
    public static final int OCTETS = 0x04;
    public static final int NULL = 0x05;
    public static final int OID = 0x06;
    public static final int SEQUENCE = 0x30;
    public static final int SET = 0x31;

    private Der() {}

    /** One element with any tag. */
    public static byte[] element(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 6);
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else {
            int width = (39 - Integer.numberOfLeadingZeros(length)) / 8;
            out.write(0x80 | width);
            for (int i = width - 1; i >= 0; i--) {
                out.write(length >>> (8 * i));
            }
        }
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] sequence(byte[]... parts) {
        return element(SEQUENCE, parts);
    }

    public static byte[] integer(BigInteger value) {
        return element(INTEGER, value.toByteArray());
    }

    public static byte[] integer(long value) {
        return integer(BigInteger.valueOf(value));
    }

    public static byte[] octets(byte[] bytes) {
        return element(OCTETS, bytes);
    }

    /** A bit string of whole bytes. */
    public static byte[] bits(byte[] bytes) {
        return element(BITS, new byte[] {0}, bytes);
    }

    public static byte[] nothing() {
        return element(NULL);
    }

    /** An explicit context tag, {@code [number]}. */
    public static byte[] tagged(int number, byte[] part) {
        return element(0xa0 | number, part);
    }

    /** An object identifier from its dotted text. */
    public static byte[] oid(String dotted) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] arcs = dotted.split("\\.");
        base128(out, Long.parseLong(arcs[0]) * 40 + Long.parseLong(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            base128(out, Long.parseLong(arcs[i]));
        }
        return element(OID, out.toByteArray());
    }

    private static void base128(ByteArrayOutputStream out, long value) {
        for (int shift = 56; shift > 0; shift -= 7) {
            if (value >>> shift != 0) {
                out.write((int) (value >>> shift & 0x7f) | 0x80);
            }
        }
        out.write((int) (value & 0x7f));
    }
}
