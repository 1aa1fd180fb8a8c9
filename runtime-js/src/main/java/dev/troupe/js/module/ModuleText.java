package dev.troupe.js.module;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the tokens of a JavaScript source end (ECMA-262 §12), for {@link ModuleLexer}. Pure functions over a text and a
 * position.
 */
final class ModuleText {
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\\{([0-9a-fA-F]{1,6})\\}|(.))", Pattern.DOTALL);

    private ModuleText() {}

    /** Past white space and comments. */
    static int skipSpace(String source, int from) {
        int at = from;
        while (at < source.length()) {
            char unit = source.charAt(at);
            if (unit <= ' ' || Character.isWhitespace(unit) || unit == '\u00a0' || unit == '\ufeff') {
                at++;
            } else if (source.startsWith("//", at)) {
                int end = source.indexOf('\n', at);
                at = end < 0 ? source.length() : end + 1;
            } else if (source.startsWith("/*", at)) {
                int end = source.indexOf("*/", at + 2);
                at = end < 0 ? source.length() : end + 2;
            } else {
                break;
            }
        }
        return at;
    }

    /** Past the string that begins at {@code quote}; a line end ends a broken one. */
    static int endOfString(String source, int quote) {
        char delimiter = source.charAt(quote);
        for (int at = quote + 1; at < source.length(); at++) {
            char unit = source.charAt(at);
            if (unit == '\\') {
                at++;
            } else if (unit == delimiter || unit == '\n') {
                return at + 1;
            }
        }
        return source.length();
    }

    /** Past the regular expression that begins at {@code slash}, without its flags. */
    static int endOfRegularExpression(String source, int slash) {
        boolean inClass = false;
        for (int at = slash + 1; at < source.length(); at++) {
            char unit = source.charAt(at);
            if (unit == '\\') {
                at++;
            } else if (unit == '\n') {
                return at;
            } else if (unit == '[') {
                inClass = true;
            } else if (unit == ']') {
                inClass = false;
            } else if (unit == '/' && !inClass) {
                return at + 1;
            }
        }
        return source.length();
    }

    /** Past the parenthesis that closes the one at {@code open}; -1 if none does. Strings and comments are skipped. */
    static int endOfParentheses(String source, int open) {
        int depth = 0;
        for (int at = open; at < source.length(); ) {
            char unit = source.charAt(at);
            if (unit == '"' || unit == '\'') {
                at = endOfString(source, at);
                continue;
            }
            depth += unit == '(' ? 1 : unit == ')' ? -1 : 0;
            at++;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    /** The value of a string literal's body. */
    static String unquoted(String body) {
        return body.indexOf('\\') < 0
                ? body
                : ESCAPE.matcher(body).replaceAll(escape -> Matcher.quoteReplacement(value(escape)));
    }

    private static String value(java.util.regex.MatchResult escape) {
        for (int group = 1; group <= 3; group++) {
            if (escape.group(group) != null) {
                int point = Integer.parseInt(escape.group(group), 16);
                // past Unicode it is a syntax error, which the engine tells
                return Character.isValidCodePoint(point) ? Character.toString(point) : escape.group();
            }
        }
        return switch (escape.group(4)) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            case "\n" -> "";
            default -> escape.group(4);
        };
    }
}
