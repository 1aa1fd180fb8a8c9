package dev.troupe.node.bytes;

import java.util.Arrays;
import java.util.Base64;

/**
 * Base64 decoding as Node does it: both alphabets at once, anything else skipped, padding ends the input
 * (nodejs.org/api/buffer.html#buffers-and-character-encodings). Pure functions, any thread. Nothing is kept.
 */
public final class LenientBase64 {
    private static final byte[] VALUES = values();
    /** From here on the JDK's decoder is faster even if it may give up; characters. */
    private static final int LONG = 256;

    private LenientBase64() {}

    /** Decodes {@code text}; a single left-over digit is dropped. */
    public static byte[] decode(String text) {
        if (text.length() >= LONG && text.indexOf('-') < 0 && text.indexOf('_') < 0 && text.indexOf('\n') < 0) {
            try {
                return Base64.getDecoder().decode(text); // many bytes at a time, but strict
            } catch (IllegalArgumentException unclean) {
                return decodeLeniently(text);
            }
        }
        return decodeLeniently(text);
    }

    private static byte[] decodeLeniently(String text) {
        byte[] bytes = new byte[(int) (text.length() * 3L / 4) + 1];
        int length = 0;
        int bits = 0;
        int pending = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=') {
                break;
            }
            int value = c < VALUES.length ? VALUES[c] : -1;
            if (value < 0) {
                continue;
            }
            bits = bits << 6 | value;
            pending += 6;
            if (pending >= 8) {
                pending -= 8;
                bytes[length++] = (byte) (bits >>> pending);
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    /** What Node allots before it decodes: exact for clean input, more if something will be skipped. */
    public static int decodedLengthBound(String text) {
        int digits = text.length();
        if (digits > 0 && text.charAt(digits - 1) == '=') {
            digits--;
        }
        if (digits > 1 && text.charAt(digits - 1) == '=') {
            digits--;
        }
        return (int) (digits * 3L >>> 2);
    }

    private static byte[] values() {
        byte[] table = new byte[128];
        Arrays.fill(table, (byte) -1);
        for (int i = 0; i < 26; i++) {
            table['A' + i] = (byte) i;
            table['a' + i] = (byte) (26 + i);
        }
        for (int i = 0; i < 10; i++) {
            table['0' + i] = (byte) (52 + i);
        }
        table['+'] = 62;
        table['-'] = 62;
        table['/'] = 63;
        table['_'] = 63;
        return table;
    }
}
