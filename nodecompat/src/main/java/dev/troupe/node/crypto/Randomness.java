package dev.troupe.node.crypto;

import java.security.SecureRandom;

/**
 * Random bytes for all actors of this JVM, from the JDK's default generator, which the operating system seeds. Any
 * thread. Made with the first use, because seeding it reads from the system.
 */
public final class Randomness {
    private static final SecureRandom SOURCE = new SecureRandom();
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private Randomness() {}

    /** The generator, for what of the JDK wants one. */
    public static SecureRandom source() {
        return SOURCE;
    }

    /** {@code length} random bytes. */
    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        SOURCE.nextBytes(bytes);
        return bytes;
    }

    /**
     * A number from 0 to {@code bound - 1}, each as likely as the other: values beyond the last full range are thrown
     * away.
     *
     * @param bound from 1 to 2^48
     */
    public static long below(long bound) {
        if (bound < 1 || bound > 1L << 48) {
            throw new IllegalArgumentException("bound " + bound);
        }
        long range = 1L << 48;
        long limit = range - range % bound;
        while (true) {
            long value = SOURCE.nextLong() & (range - 1);
            if (value < limit) {
                return value % bound;
            }
        }
    }

    /** A version 4 UUID (RFC 9562 §5.4) as text. */
    public static String uuid() {
        byte[] bytes = bytes(16);
        bytes[6] = (byte) (bytes[6] & 0x0f | 0x40);
        bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
        char[] text = new char[36];
        int at = 0;
        for (int i = 0; i < 16; i++) {
            if (i == 4 || i == 6 || i == 8 || i == 10) {
                text[at++] = '-';
            }
            text[at++] = HEX[bytes[i] >> 4 & 0xf];
            text[at++] = HEX[bytes[i] & 0xf];
        }
        return new String(text);
    }
}
