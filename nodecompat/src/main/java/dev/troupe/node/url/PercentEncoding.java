package dev.troupe.node.url;

import dev.troupe.node.bytes.Utf8;
import java.io.ByteArrayOutputStream;
import java.util.BitSet;

/**
 * Percent-encode sets, each larger than the one before (url.spec.whatwg.org/#percent-encoded-bytes). Constants, any
 * thread. Nothing is kept.
 */
enum PercentEncoding {
    CONTROL(""),
    FRAGMENT(" \"<>`"),
    QUERY(" \"#<>"),
    SPECIAL_QUERY(" \"#<>'"),
    PATH(" \"#<>?`{}"),
    USERINFO(" \"#<>?^`{}/:;=@[\\]|");

    private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

    @SuppressWarnings("ImmutableEnumChecker") // set by the constructor alone
    private final BitSet encoded = new BitSet(128);

    PercentEncoding(String members) {
        encoded.set(0, 0x20);
        encoded.set(0x7f);
        members.chars().forEach(encoded::set);
    }

    /** Appends {@code codePoint}, encoded if it is in this set. */
    void append(StringBuilder out, int codePoint) {
        if (codePoint < 0x80) {
            if (encoded.get(codePoint)) {
                appendByte(out, codePoint);
            } else {
                out.append((char) codePoint);
            }
            return;
        }
        for (byte b : Utf8.encode(Character.toString(codePoint))) {
            appendByte(out, b);
        }
    }

    String encode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    static void appendByte(StringBuilder out, int value) {
        out.append('%').append(DIGITS[value >> 4 & 15]).append(DIGITS[value & 15]);
    }

    /** Percent-decodes the UTF-8 bytes of {@code text}. */
    static byte[] decode(String text) {
        byte[] in = Utf8.encode(text);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            int value = in[i] == '%' && i + 2 < in.length ? pair(in[i + 1], in[i + 2]) : -1;
            if (value < 0) {
                out.write(in[i]);
            } else {
                out.write(value);
                i += 2;
            }
        }
        return out.toByteArray();
    }

    static int pair(int high, int low) {
        int h = Character.digit(high, 16);
        int l = Character.digit(low, 16);
        return h < 0 || l < 0 ? -1 : h << 4 | l;
    }
}
