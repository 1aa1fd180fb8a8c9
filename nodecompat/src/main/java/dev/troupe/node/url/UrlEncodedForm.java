package dev.troupe.node.url;

import dev.troupe.node.bytes.Utf8;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code application/x-www-form-urlencoded} (url.spec.whatwg.org/#application/x-www-form-urlencoded). Pure functions,
 * any thread. Lists are flat: name, value, name, value.
 */
public final class UrlEncodedForm {
    private UrlEncodedForm() {}

    /** Names and values of {@code text}. */
    public static List<String> parse(String text) {
        List<String> pairs = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && text.charAt(i) != '&') {
                continue;
            }
            if (i > start) {
                String pair = text.substring(start, i);
                int equals = pair.indexOf('=');
                pairs.add(decode(equals < 0 ? pair : pair.substring(0, equals)));
                pairs.add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
            start = i + 1;
        }
        return pairs;
    }

    /** The text of {@code pairs}. */
    public static String serialize(List<String> pairs) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            if (i > 0) {
                out.append('&');
            }
            encode(out, pairs.get(i));
            out.append('=');
            encode(out, pairs.get(i + 1));
        }
        return out.toString();
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return Utf8.wellFormed(text.replace('+', ' '));
        }
        return Utf8.decode(PercentEncoding.decode(text.replace('+', ' ')));
    }

    private static void encode(StringBuilder out, String text) {
        for (byte b : Utf8.encode(text)) {
            if (isPlain(b)) {
                out.append((char) b);
            } else if (b == ' ') {
                out.append('+');
            } else {
                PercentEncoding.appendByte(out, b);
            }
        }
    }

    private static boolean isPlain(byte b) {
        return b >= 'a' && b <= 'z'
                || b >= 'A' && b <= 'Z'
                || b >= '0' && b <= '9'
                || b == '*'
                || b == '-'
                || b == '.'
                || b == '_';
    }
}
