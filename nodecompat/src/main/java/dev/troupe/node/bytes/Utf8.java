package dev.troupe.node.bytes;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * UTF-8 as JS strings need it: a lone surrogate becomes U+FFFD, where Java writes a question mark
 * (encoding.spec.whatwg.org/#utf-8-encoder). Pure functions, any thread. Nothing is kept.
 */
public final class Utf8 {
    private Utf8() {}

    /** Encodes {@code text}, each lone surrogate as U+FFFD. */
    public static byte[] encode(String text) {
        return wellFormed(text).getBytes(StandardCharsets.UTF_8);
    }

    /** Encodes as many whole characters as {@code maxBytes} hold. */
    public static byte[] encode(String text, int maxBytes) {
        String head = text;
        if (text.length() > maxBytes) {
            head = text.substring(0, maxBytes);
            if (maxBytes > 0 && Character.isHighSurrogate(head.charAt(maxBytes - 1))) {
                head = text.substring(0, maxBytes - 1); // its four bytes would not fit
            }
        }
        byte[] bytes = encode(head);
        if (bytes.length <= maxBytes) {
            return bytes;
        }
        int end = maxBytes;
        while (end > 0 && (bytes[end] & 0xc0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    /** The number of bytes that {@link #encode(String)} makes. */
    public static int byteLength(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            if (c < 0x800) {
                bytes++;
            } else {
                bytes += 2;
                if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++; // two units, four bytes
                }
            }
        }
        return Math.toIntExact(bytes);
    }

    /** How many UTF-16 units of {@code text} the first {@code bytes} bytes of its encoding stand for. */
    public static int unitsRead(String text, int bytes) {
        int units = 0;
        int counted = 0;
        while (units < text.length() && counted < bytes) {
            int point = text.codePointAt(units);
            counted += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            units += Character.charCount(point);
        }
        return units;
    }

    /** Are {@code bytes} valid UTF-8? */
    public static boolean isValid(byte[] bytes) {
        try {
            CharBuffer ignored = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return ignored.length() <= bytes.length;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    /** {@code text} with each lone surrogate replaced by U+FFFD; the same object if there is none. */
    public static String wellFormed(String text) {
        int bad = firstLoneSurrogate(text, 0);
        if (bad < 0) {
            return text;
        }
        StringBuilder fixed = new StringBuilder(text);
        while (bad >= 0) {
            fixed.setCharAt(bad, '\ufffd');
            bad = firstLoneSurrogate(text, bad + 1);
        }
        return fixed.toString();
    }

    private static int firstLoneSurrogate(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            return i;
        }
        return -1;
    }
}
