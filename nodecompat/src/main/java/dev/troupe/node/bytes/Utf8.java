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
    /** Up to here looking at each character costs less than decoding again; characters. */
    private static final int SHORT = 64;

    /** Beyond it nothing is decoded again: that is one more copy of the text, which an actor must not force. */
    private static final int LONG = 1 << 20;

    /** What is encoded at once only to be counted; characters. */
    private static final int PIECE = 8_192;

    private Utf8() {}

    /** Encodes {@code text}, each lone surrogate as U+FFFD. */
    public static byte[] encode(String text) {
        if (text.length() <= SHORT || text.length() > LONG) {
            return wellFormed(text).getBytes(StandardCharsets.UTF_8);
        }
        // The JDK moves many bytes at a time, both ways; what does not come back as it was had a lone surrogate.
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.UTF_8).equals(text)
                ? bytes
                : wellFormed(text).getBytes(StandardCharsets.UTF_8);
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

    /** Decodes, each longest invalid run as one U+FFFD (encoding.spec.whatwg.org/#utf-8-decoder). */
    public static String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // Java takes an encoded surrogate for one error where the standard sees three: only then the slow way.
        return text.indexOf('\ufffd') < 0 ? text : decodeStrictly(bytes);
    }

    private static String decodeStrictly(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        int i = 0;
        while (i < bytes.length) {
            int valid = validPrefix(bytes, i);
            if (valid == sequenceLength(bytes[i]) && (valid > 1 || bytes[i] >= 0)) {
                text.append(new String(bytes, i, valid, StandardCharsets.UTF_8));
            } else {
                text.append('\ufffd');
            }
            i += valid;
        }
        return text.toString();
    }

    /** How many bytes from {@code at} on belong to one sequence, whole or cut short; at least 1. */
    private static int validPrefix(byte[] bytes, int at) {
        int length = sequenceLength(bytes[at]);
        int found = 1;
        while (found < length
                && at + found < bytes.length
                && (bytes[at + found] & 0xc0) == 0x80
                && (found > 1 || mayFollow(bytes[at], bytes[at + 1]))) {
            found++;
        }
        return found;
    }

    /** The number of bytes that {@link #encode(String)} makes. */
    public static int byteLength(String text) {
        if (text.length() <= SHORT) {
            return Math.toIntExact(counted(text));
        }
        long bytes = 0;
        int start = 0;
        while (start < text.length()) {
            int end = Math.min(start + PIECE, text.length());
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            bytes += encode(text.substring(start, end)).length;
            start = end;
        }
        return Math.toIntExact(bytes);
    }

    private static long counted(String text) {
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
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++; // two units, four bytes
                }
            }
        }
        return bytes;
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

    /** How many bytes at the end of {@code bytes} begin a valid sequence without finishing it. */
    public static int unfinished(byte[] bytes) {
        for (int back = 1; back <= 3 && back <= bytes.length; back++) {
            byte lead = bytes[bytes.length - back];
            if ((lead & 0xc0) == 0x80) {
                continue;
            }
            boolean open = sequenceLength(lead) > back;
            return open && (back == 1 || mayFollow(lead, bytes[bytes.length - back + 1])) ? back : 0;
        }
        return 0;
    }

    /** The length of the sequence that {@code lead} begins; 1 if it begins none. */
    static int sequenceLength(byte lead) {
        int value = lead & 0xff;
        return value < 0xc2 || value > 0xf4 ? 1 : value < 0xe0 ? 2 : value < 0xf0 ? 3 : 4;
    }

    // Overlong forms, surrogates and points past U+10FFFF end a sequence at its second byte (table 3-7 of the Unicode
    // standard).
    private static boolean mayFollow(byte lead, byte second) {
        int value = second & 0xff;
        return switch (lead & 0xff) {
            case 0xe0 -> value >= 0xa0;
            case 0xed -> value < 0xa0;
            case 0xf0 -> value >= 0x90;
            case 0xf4 -> value < 0x90;
            default -> true;
        };
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
