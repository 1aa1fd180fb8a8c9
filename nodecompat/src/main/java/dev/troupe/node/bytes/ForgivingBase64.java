package dev.troupe.node.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The Base64 of {@code atob} and {@code btoa}: one byte for each UTF-16 unit, ASCII whitespace skipped, all else
 * refused (infra.spec.whatwg.org/#forgiving-base64-decode). Pure functions, any thread. Nothing is kept.
 */
public final class ForgivingBase64 {
    private ForgivingBase64() {}

    /** Encodes, or is empty if a unit is above U+00FF. */
    public static Optional<String> encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return Optional.empty();
            }
        }
        return Optional.of(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Decodes, or is empty if {@code text} is malformed. */
    public static Optional<String> decode(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' && c != '\n' && c != '\f' && c != '\r') {
                digits.append(c);
            }
        }
        int end = digits.length();
        if (end % 4 == 0 && end > 0 && digits.charAt(end - 1) == '=') {
            end -= digits.charAt(end - 2) == '=' ? 2 : 1;
        }
        digits.setLength(end);
        if (end % 4 == 1 || !allDigits(digits)) {
            return Optional.empty();
        }
        byte[] bytes = LenientBase64.decode(digits.toString());
        return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static boolean allDigits(CharSequence text) {
        return text.chars()
                .allMatch(c ->
                        c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/');
    }
}
