package dev.troupe.server.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The part of a port's paths that a grant is for: {@code /a/b} is {@code /a/b} and all below it, and not {@code /a/bc}.
 * A value; any thread.
 *
 * <p>A server may read a path in its own way: it may decode it once or twice, join slashes, take {@code ..} or a
 * backslash for what they look like, or drop what follows a semicolon. So a path is covered only if there is one way to
 * read it: the prefix letter by letter, and below it no segment that any of these would turn into another place.
 */
public final class PathPrefix {
    /** Everything on the port, in whatever form it is asked for. */
    public static final PathPrefix ALL = new PathPrefix("");

    static final int LONGEST = 1_024;

    /** RFC 3986 §3.3, pchar, without percent-encodings and semicolons. */
    private static final Pattern WRITTEN = Pattern.compile("(/[A-Za-z0-9._~!$&'()*+,=:@-]+)*");

    private static final Pattern ENCODING = Pattern.compile("%[0-9A-Fa-f]{2}");

    private final String text;

    private PathPrefix(String text) {
        this.text = text;
    }

    /**
     * The prefix that {@code text} spells; {@code /} is {@link #ALL}, and a slash at the end makes no difference.
     *
     * @throws IllegalArgumentException if it is not a path that can be read in one way only
     */
    public static PathPrefix of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "The path prefix has " + text.length() + " characters; the limit is " + LONGEST + ".");
        }
        String path = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        if (!text.startsWith("/") || !WRITTEN.matcher(path).matches()) {
            throw new IllegalArgumentException("The path prefix must be like /a/b: a slash before each segment, no"
                    + " empty segment, and only characters that need no encoding.");
        }
        for (String segment : path.split("/", -1)) {
            if (isDots(segment)) {
                throw new IllegalArgumentException("The path prefix must not have \"" + segment + "\" in it.");
            }
        }
        return path.isEmpty() ? ALL : new PathPrefix(path);
    }

    /** Is the path of a request, as it was sent and without its query, this one or below it? */
    public boolean covers(String path) {
        if (text.isEmpty()) {
            return true;
        }
        if (!path.startsWith(text) || path.length() > text.length() && path.charAt(text.length()) != '/') {
            return false;
        }
        if (path.length() == text.length()) {
            return true;
        }
        List<String> below = List.of(path.substring(text.length() + 1).split("/", -1));
        for (int i = 0; i < below.size(); i++) {
            boolean last = i == below.size() - 1;
            if (below.get(i).isEmpty() ? !last : !isPlain(below.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Does a segment mean the same to whoever reads it? */
    private static boolean isPlain(String segment) {
        if (segment.indexOf('%') < 0) {
            return isHarmless(segment);
        }
        String left = ENCODING.matcher(segment).replaceAll("");
        if (left.indexOf('%') >= 0) {
            return false; // a broken encoding
        }
        String decoded = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        return isHarmless(decoded) && !ENCODING.matcher(decoded).find();
    }

    private static boolean isHarmless(String segment) {
        for (int i = 0; i < segment.length(); i++) {
            char at = segment.charAt(i);
            // U+FFFD is what a decoder makes of bytes that are no UTF-8, such as an overlong slash
            if (at == '/' || at == '\\' || at < ' ' || at == 0x7F || at == 0xFFFD) {
                return false;
            }
        }
        int parameters = segment.indexOf(';');
        return !isDots(parameters < 0 ? segment : segment.substring(0, parameters));
    }

    private static boolean isDots(String segment) {
        return segment.equals(".") || segment.equals("..");
    }

    /** The prefix without a slash at its end: empty for all. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathPrefix prefix && prefix.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
