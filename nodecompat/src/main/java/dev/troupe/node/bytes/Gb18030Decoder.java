package dev.troupe.node.bytes;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.MalformedInputException;

/**
 * The decoder of gb18030 and gbk (encoding.spec.whatwg.org/#gb18030-decoder): Java's charset has the characters, but
 * swallows more bytes after an error, and before Java 21 puts eighteen characters into the private use area. Owned by
 * one {@link StreamDecoder}, not thread-safe. It keeps nothing itself.
 */
final class Gb18030Decoder extends CharacterDecoder {
    private static final Charset CHARSET = Charset.forName("GB18030");
    private static final char NONE = '\ufffd';
    private static final int LEADS = 126;
    private static final int TRAILS = 190;

    /** The two-byte characters by lead and trail. Made once for the process, when the first one is decoded. */
    private static final class Pairs {
        static final char[] TABLE = new char[LEADS * TRAILS];

        static {
            for (int pointer = 0; pointer < TABLE.length; pointer++) {
                int trail = pointer % TRAILS;
                byte[] pair = {(byte) (0x81 + pointer / TRAILS), (byte) (trail + (trail < 0x3f ? 0x40 : 0x41))};
                String text = new String(pair, CHARSET);
                TABLE[pointer] = text.length() == 1 ? assigned(text.charAt(0)) : NONE;
            }
        }
    }

    // GB 18030-2022 gave these their places in Unicode
    private static char assigned(char c) {
        return switch (c) {
            case '\ue78d' -> '\ufe10';
            case '\ue78e' -> '\ufe12';
            case '\ue78f' -> '\ufe11';
            case '\ue790', '\ue791', '\ue792', '\ue793', '\ue794', '\ue795', '\ue796' -> (char) (c - 0xe790 + 0xfe13);
            case '\ue81e' -> '\u9fb4';
            case '\ue826' -> '\u9fb5';
            case '\ue82b', '\ue82c' -> (char) (c - 0xe82b + 0x9fb6);
            case '\ue832' -> '\u9fb8';
            case '\ue843' -> '\u9fb9';
            case '\ue854' -> '\u9fba';
            case '\ue864' -> '\u9fbb';
            default -> c;
        };
    }

    @Override
    int unfinished(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            int length = length(bytes, at);
            if (at + length > bytes.length) {
                return bytes.length - at;
            }
            at += consumed(bytes, at, length);
        }
        return 0;
    }

    @Override
    String decode(byte[] bytes, boolean fatal) throws CharacterCodingException {
        StringBuilder text = new StringBuilder(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            int length = length(bytes, at);
            if (at + length > bytes.length) {
                append(text, String.valueOf(NONE), fatal);
                return text.toString();
            }
            append(text, character(bytes, at, length), fatal);
            at += consumed(bytes, at, length);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String character, boolean fatal) throws CharacterCodingException {
        if (fatal && character.charAt(0) == NONE) {
            throw new MalformedInputException(1);
        }
        text.append(character);
    }

    /** How many bytes the decoder looks at before it knows: those of the character, or up to the one that is wrong. */
    private static int length(byte[] bytes, int at) {
        if (!isLead(bytes[at])) {
            return 1;
        }
        if (at + 1 >= bytes.length || !isDigit(bytes[at + 1])) {
            return 2;
        }
        return at + 2 >= bytes.length || isLead(bytes[at + 2]) ? 4 : 3;
    }

    /** How many of {@code length} bytes are used up; after an error the rest is looked at anew. */
    private static int consumed(byte[] bytes, int at, int length) {
        boolean broken = length == 3
                || length == 4 && !isDigit(bytes[at + 3])
                || length == 2 && bytes[at + 1] >= 0 && pair(bytes, at) == NONE;
        return broken ? 1 : length;
    }

    private static String character(byte[] bytes, int at, int length) {
        return switch (length) {
            case 1 -> String.valueOf(single(bytes[at]));
            case 2 -> String.valueOf(pair(bytes, at));
            case 4 -> isDigit(bytes[at + 3]) ? quadruple(bytes, at) : String.valueOf(NONE);
            default -> String.valueOf(NONE);
        };
    }

    private static char single(byte b) {
        return b >= 0 ? (char) b : b == (byte) 0x80 ? '\u20ac' : NONE;
    }

    private static char pair(byte[] bytes, int at) {
        int trail = bytes[at + 1] & 0xff;
        if (trail < 0x40 || trail == 0x7f || trail == 0xff) {
            return NONE;
        }
        return Pairs.TABLE[((bytes[at] & 0xff) - 0x81) * TRAILS + trail - (trail < 0x7f ? 0x40 : 0x41)];
    }

    private static String quadruple(byte[] bytes, int at) {
        String text = new String(bytes, at, 4, CHARSET);
        if (text.codePointCount(0, text.length()) != 1) {
            return String.valueOf(NONE);
        }
        return text.length() == 1 ? String.valueOf(assigned(text.charAt(0))) : text;
    }

    private static boolean isLead(byte b) {
        int value = b & 0xff;
        return value >= 0x81 && value <= 0xfe;
    }

    private static boolean isDigit(byte b) {
        return b >= 0x30 && b <= 0x39;
    }
}
