package dev.troupe.node.bytes;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Hexadecimal digits; parsing stops at the first pair that is none, as Node's does. Pure functions, any thread. Nothing
 * is kept.
 */
final class Hex {
    private static final HexFormat DIGITS = HexFormat.of();

    private Hex() {}

    static String format(byte[] bytes) {
        return DIGITS.formatHex(bytes);
    }

    static byte[] parse(String text) {
        byte[] bytes = new byte[text.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            int high = digit(text.charAt(2 * i));
            int low = digit(text.charAt(2 * i + 1));
            if ((high | low) < 0) {
                return Arrays.copyOf(bytes, i);
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return bytes;
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int letter = c | 0x20;
        return letter >= 'a' && letter <= 'f' && c < 0x80 ? letter - 'a' + 10 : -1;
    }
}
