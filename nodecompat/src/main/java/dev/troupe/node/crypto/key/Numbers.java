package dev.troupe.node.crypto.key;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/** Non-negative numbers as big-endian bytes (RFC 8017 §4). Stateless, any thread. */
public final class Numbers {
    private Numbers() {}

    /** Exactly {@code length} bytes; the number must fit. */
    public static byte[] fixed(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        if (bytes.length == length) {
            return bytes;
        }
        int skipped = bytes.length - length;
        if (skipped > 1 || skipped == 1 && bytes[0] != 0) {
            throw new IllegalArgumentException("a number of " + bytes.length + " bytes in " + length);
        }
        if (skipped == 1) {
            return Arrays.copyOfRange(bytes, 1, bytes.length);
        }
        byte[] padded = new byte[length];
        System.arraycopy(bytes, 0, padded, length - bytes.length, bytes.length);
        return padded;
    }

    /** As few bytes as hold the number. */
    public static byte[] minimal(BigInteger number) {
        return fixed(number, (number.bitLength() + 7) / 8);
    }

    public static BigInteger of(byte[] bytes) {
        return new BigInteger(1, bytes);
    }

    /** The number as JWK writes it (RFC 7518 §2, Base64urlUInt). */
    public static String base64Url(BigInteger number) {
        return base64Url(number.signum() == 0 ? new byte[1] : minimal(number));
    }

    public static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
