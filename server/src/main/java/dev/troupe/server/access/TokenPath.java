package dev.troupe.server.access;

import java.util.Optional;

/**
 * A request's target with a token in it: the token is the first segment of the path, {@code /~troupe.<token>/a?b}.
 * There it is sent by every client, also by those that can set no fields (a browser's WebSocket, an image, a link), and
 * links that are relative keep it, which they would not do with a query. A value; pure; it is never printed.
 *
 * @param token what follows the mark
 * @param target the target without the segment, which is what the actor sees: it begins with a slash
 */
public record TokenPath(String token, String target) {
    private static final String MARK = "/~troupe.";

    /** The target taken apart; empty if it begins with no token. */
    public static Optional<TokenPath> read(String target) {
        if (!target.startsWith(MARK)) {
            return Optional.empty();
        }
        int end = MARK.length();
        while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
            end++;
        }
        String rest = target.substring(end);
        return Optional.of(
                new TokenPath(target.substring(MARK.length(), end), rest.startsWith("/") ? rest : "/" + rest));
    }

    /** The path that carries {@code token} before {@code path}. */
    public static String write(String token, String path) {
        return MARK + token + (path.startsWith("/") ? path : "/" + path);
    }

    /** {@link #target} without its query. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /**
     * A text that may quote a target, such as the field {@code Referer} or a line for a log, with all tokens taken out.
     */
    public static String without(String text) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, from)) {
            out.append(text, from, at);
            from = at + MARK.length();
            while (from < text.length() && isTokenCharacter(text.charAt(from))) {
                from++;
            }
        }
        return out.append(text.substring(from)).toString();
    }

    private static boolean isTokenCharacter(char at) {
        return at >= '0' && at <= '9' || at >= 'A' && at <= 'Z' || at >= 'a' && at <= 'z' || at == '-' || at == '_';
    }

    @Override
    public String toString() {
        return "TokenPath";
    }
}
