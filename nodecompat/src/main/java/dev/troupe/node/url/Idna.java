package dev.troupe.node.url;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Domain names to ASCII and back, non-transitional, as browsers do (unicode.org/reports/tr46). The mapping is derived
 * from the JVM's own Unicode tables, so that it follows the JVM's Unicode version. Pure functions, any thread.
 */
public final class Idna {
    private static final String PREFIX = "xn--";

    private Idna() {}

    /** To ASCII; empty if invalid. */
    public static Optional<String> toAscii(String domain) {
        if (isPlain(domain)) {
            return Optional.of(domain.toLowerCase(Locale.ROOT));
        }
        List<String> labels = new ArrayList<>();
        List<String> unicode = new ArrayList<>();
        for (String label : map(domain).split("\\.", -1)) {
            Optional<String> decoded = decode(label);
            if (decoded.isEmpty()) {
                return Optional.empty();
            }
            unicode.add(decoded.get());
            Optional<String> ascii = encode(decoded.get());
            if (ascii.isEmpty()) {
                return Optional.empty();
            }
            labels.add(ascii.get());
        }
        return BidiRule.holds(unicode) ? Optional.of(String.join(".", labels)) : Optional.empty();
    }

    /** To Unicode, label by label; a label that cannot be decoded stays. */
    public static String toUnicode(String domain) {
        List<String> labels = new ArrayList<>();
        for (String label : map(domain).split("\\.", -1)) {
            labels.add(decode(label).orElse(label));
        }
        return String.join(".", labels);
    }

    // Nothing to map and nothing to decode: by far the most names.
    private static boolean isPlain(String domain) {
        for (int i = 0; i < domain.length(); i++) {
            if (domain.charAt(i) >= 0x80) {
                return false;
            }
        }
        return !domain.toLowerCase(Locale.ROOT).contains(PREFIX);
    }

    static String map(String domain) {
        String composed = Normalizer.normalize(lower(domain), Normalizer.Form.NFKC);
        return Normalizer.normalize(lower(composed), Normalizer.Form.NFC);
    }

    private static String lower(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == 0x3002 || c == 0xff0e || c == 0xff61) {
                out.append('.');
            } else if (c == 0x130) {
                out.append("i\u0307");
            } else if (CodePoints.isUnmappable(c)) {
                out.append('\ufffd'); // no label may contain it
            } else if (!CodePoints.isIgnored(c)) {
                out.appendCodePoint(CodePoints.fold(c));
            }
        });
        return out.toString();
    }

    private static Optional<String> decode(String label) {
        if (!label.startsWith(PREFIX)) {
            return CodePoints.isValidLabel(label) ? Optional.of(label) : Optional.empty();
        }
        String rest = label.substring(PREFIX.length());
        return rest.isEmpty() || rest.chars().anyMatch(c -> c >= 0x80)
                ? Optional.empty()
                : Punycode.decode(rest)
                        .filter(text -> !isAscii(text))
                        .filter(text -> map(text).equals(text))
                        .filter(CodePoints::isValidLabel);
    }

    private static Optional<String> encode(String label) {
        return isAscii(label) ? Optional.of(label) : Punycode.encode(label).map(PREFIX::concat);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
