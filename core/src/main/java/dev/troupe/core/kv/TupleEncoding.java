package dev.troupe.core.kv;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keys as bytes, so that the order of the bytes is the order of the keys: element by element, types in the order null,
 * boolean, number, bigint, string, bytes, and by value within a type; a shorter key before the longer ones that it
 * begins. Each element is complete in itself, so the bytes of a key are a prefix of exactly the keys that begin with
 * its elements. Pure.
 *
 * <p>Each element is a tag and a body. Text and bytes end with 00, and a 00 within is 00 FF. Numbers are IEEE 754 with
 * the sign bit turned, and all bits of negative ones. Bigints are sign, length of the magnitude and magnitude, all
 * inverted for negative ones.
 */
public final class TupleEncoding {
    private static final int NULL = 0x02;
    private static final int FALSE = 0x04;
    private static final int TRUE = 0x05;
    private static final int NUMBER = 0x08;
    private static final int BIGINT = 0x0C;
    private static final int TEXT = 0x10;
    private static final int BYTES = 0x14;

    private static final int NEGATIVE = 0x01;
    private static final int ZERO = 0x02;
    private static final int POSITIVE = 0x03;
    private static final int LONGEST_MAGNITUDE = 0xFFFF;

    private TupleEncoding() {}

    /**
     * The key of {@code elements}.
     *
     * @throws KvException of kind {@code KEY}: no elements, NaN, or a bigint beyond 2^524,280
     */
    public static KvKey encode(List<TupleElement> elements) {
        if (elements.isEmpty()) {
            throw new KvException(KvException.Kind.KEY, "A key needs at least one element; it has none.");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (TupleElement element : elements) {
            write(element, out);
        }
        return KvKey.of(out.toByteArray());
    }

    private static void write(TupleElement element, ByteArrayOutputStream out) {
        if (element instanceof TupleElement.Null) {
            out.write(NULL);
        } else if (element instanceof TupleElement.Bool bool) {
            out.write(bool.value() ? TRUE : FALSE);
        } else if (element instanceof TupleElement.Number number) {
            out.write(NUMBER);
            writeNumber(number.value(), out);
        } else if (element instanceof TupleElement.BigInt bigint) {
            out.write(BIGINT);
            writeBigInt(bigint.value(), out);
        } else if (element instanceof TupleElement.Text text) {
            out.write(TEXT);
            writeEscaped(CodePointText.encode(text.value()), out);
        } else if (element instanceof TupleElement.Bytes bytes) {
            out.write(BYTES);
            writeEscaped(bytes.value(), out);
        }
    }

    private static void writeNumber(double value, ByteArrayOutputStream out) {
        if (Double.isNaN(value)) {
            throw new KvException(
                    KvException.Kind.KEY, "NaN cannot be a key: it has no place in the order of numbers.");
        }
        long bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
        bits ^= bits < 0 ? -1L : Long.MIN_VALUE;
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(bits).array());
    }

    private static double readNumber(ByteBuffer in) {
        long bits = in.getLong();
        return Double.longBitsToDouble(bits ^ (bits < 0 ? Long.MIN_VALUE : -1L));
    }

    private static void writeBigInt(BigInteger value, ByteArrayOutputStream out) {
        if (value.signum() == 0) {
            out.write(ZERO);
            return;
        }
        byte[] signed = value.abs().toByteArray();
        byte[] magnitude = signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
        if (magnitude.length > LONGEST_MAGNITUDE) {
            throw new KvException(
                    KvException.Kind.KEY,
                    "A bigint of " + magnitude.length + " bytes cannot be in a key; the limit is " + LONGEST_MAGNITUDE
                            + ".");
        }
        int turn = value.signum() < 0 ? 0xFF : 0;
        out.write(value.signum() < 0 ? NEGATIVE : POSITIVE);
        out.write((magnitude.length >> 8) ^ turn);
        out.write((magnitude.length & 0xFF) ^ turn);
        for (byte one : magnitude) {
            out.write(one ^ turn);
        }
    }

    private static BigInteger readBigInt(ByteBuffer in) {
        int sign = in.get();
        if (sign == ZERO) {
            return BigInteger.ZERO;
        }
        int turn = sign == NEGATIVE ? 0xFF : 0;
        int length = ((in.get() & 0xFF) ^ turn) << 8 | ((in.get() & 0xFF) ^ turn);
        byte[] magnitude = new byte[length];
        in.get(magnitude);
        for (int at = 0; at < length; at++) {
            magnitude[at] ^= (byte) turn;
        }
        return new BigInteger(sign == NEGATIVE ? -1 : 1, magnitude);
    }

    private static void writeEscaped(byte[] body, ByteArrayOutputStream out) {
        for (byte one : body) {
            out.write(one);
            if (one == 0) {
                out.write(0xFF);
            }
        }
        out.write(0);
    }

    private static byte[] readEscaped(ByteBuffer in) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (; ; ) {
            byte one = in.get();
            if (one == 0) {
                if (!in.hasRemaining() || in.get(in.position()) != (byte) 0xFF) {
                    return body.toByteArray();
                }
                in.get();
            }
            body.write(one);
        }
    }

    /** The elements of a key that {@link #encode} made. */
    public static List<TupleElement> decode(KvKey key) {
        ByteBuffer in = ByteBuffer.wrap(key.bytes());
        List<TupleElement> elements = new ArrayList<>();
        while (in.hasRemaining()) {
            elements.add(read(in));
        }
        return elements;
    }

    private static TupleElement read(ByteBuffer in) {
        int tag = in.get();
        return switch (tag) {
            case NULL -> new TupleElement.Null();
            case FALSE, TRUE -> new TupleElement.Bool(tag == TRUE);
            case NUMBER -> new TupleElement.Number(readNumber(in));
            case BIGINT -> new TupleElement.BigInt(readBigInt(in));
            case TEXT -> new TupleElement.Text(CodePointText.decode(readEscaped(in)));
            case BYTES -> new TupleElement.Bytes(readEscaped(in));
            default ->
                throw new KvException(
                        KvException.Kind.STORE, "A stored key is damaged: no type has the tag " + tag + ".");
        };
    }
}
