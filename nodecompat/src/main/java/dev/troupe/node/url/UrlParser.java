package dev.troupe.node.url;

import dev.troupe.node.bytes.Utf8;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The basic URL parser: the standard's state machine, a method for each state
 * (url.spec.whatwg.org/#concept-basic-url-parser). One object parses one input, on one thread. It is garbage
 * afterwards.
 */
public final class UrlParser {
    /** The standard's states; each names the method that runs it. */
    enum State {
        SCHEME_START,
        SCHEME,
        NO_SCHEME,
        SPECIAL_RELATIVE_OR_AUTHORITY,
        PATH_OR_AUTHORITY,
        RELATIVE,
        RELATIVE_SLASH,
        SPECIAL_AUTHORITY_SLASHES,
        SPECIAL_AUTHORITY_IGNORE_SLASHES,
        AUTHORITY,
        HOST,
        HOSTNAME,
        PORT,
        FILE,
        FILE_SLASH,
        FILE_HOST,
        PATH_START,
        PATH,
        OPAQUE_PATH,
        QUERY,
        FRAGMENT
    }

    /** What a step says about the machine. */
    private enum Step {
        NEXT,
        DONE,
        FAILURE
    }

    private static final int EOF = -1;

    private final int[] input;
    private final UrlRecord url;
    private final @Nullable UrlRecord base;
    private final @Nullable State override;
    private final StringBuilder buffer = new StringBuilder();
    private State state;
    private int pointer;
    private boolean atSeen;
    private boolean passwordSeen;
    private boolean insideBrackets;

    private UrlParser(String text, UrlRecord url, @Nullable UrlRecord base, @Nullable State override) {
        this.input = Utf8.wellFormed(text)
                .codePoints()
                .filter(c -> c != '\t' && c != '\n' && c != '\r')
                .toArray();
        this.url = url;
        this.base = base;
        this.override = override;
        this.state = override == null ? State.SCHEME_START : override;
    }

    /** Parses {@code text}, relative to {@code base} if there is one; empty if it is invalid. */
    public static Optional<UrlRecord> parse(String text, @Nullable UrlRecord base) {
        UrlParser parser = new UrlParser(trim(text), new UrlRecord(), base, null);
        return parser.run() ? Optional.of(parser.url) : Optional.empty();
    }

    /**
     * Parses {@code text} as one part of {@code url}; an invalid text may leave it changed in part, as the standard
     * says.
     */
    static boolean parsePart(UrlRecord url, String text, State part) {
        return new UrlParser(text, url, null, part).run();
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(start, end);
    }

    private boolean run() {
        while (true) {
            Step step = step(at(0));
            if (step != Step.NEXT) {
                return step == Step.DONE;
            }
            if (pointer >= input.length) {
                return true;
            }
            pointer++;
        }
    }

    private int at(int ahead) {
        return pointer + ahead < input.length ? input[pointer + ahead] : EOF;
    }

    private Step step(int c) {
        return switch (state) {
            case SCHEME_START -> schemeStart(c);
            case SCHEME -> scheme(c);
            case NO_SCHEME -> noScheme(c);
            case SPECIAL_RELATIVE_OR_AUTHORITY ->
                c == '/' && at(1) == '/' ? skip(State.SPECIAL_AUTHORITY_IGNORE_SLASHES) : again(State.RELATIVE);
            case PATH_OR_AUTHORITY -> c == '/' ? go(State.AUTHORITY) : again(State.PATH);
            case RELATIVE -> relative(c);
            case RELATIVE_SLASH -> relativeSlash(c);
            case SPECIAL_AUTHORITY_SLASHES ->
                c == '/' && at(1) == '/'
                        ? skip(State.SPECIAL_AUTHORITY_IGNORE_SLASHES)
                        : again(State.SPECIAL_AUTHORITY_IGNORE_SLASHES);
            case SPECIAL_AUTHORITY_IGNORE_SLASHES -> c == '/' || c == '\\' ? Step.NEXT : again(State.AUTHORITY);
            case AUTHORITY -> authority(c);
            case HOST, HOSTNAME -> host(c);
            case PORT -> port(c);
            case FILE -> file(c);
            case FILE_SLASH -> fileSlash(c);
            case FILE_HOST -> fileHost(c);
            case PATH_START -> pathStart(c);
            case PATH -> path(c);
            case OPAQUE_PATH -> opaquePath(c);
            case QUERY -> query(c);
            case FRAGMENT -> fragment(c);
        };
    }

    private Step go(State next) {
        state = next;
        return Step.NEXT;
    }

    /** To {@code next} with the same code point. */
    private Step again(State next) {
        pointer--;
        return go(next);
    }

    /** To {@code next} past the following code point. */
    private Step skip(State next) {
        pointer++;
        return go(next);
    }

    private Step schemeStart(int c) {
        if (UrlRecord.isAlpha(c)) {
            buffer.append((char) (c | 0x20));
            return go(State.SCHEME);
        }
        return override == null ? again(State.NO_SCHEME) : Step.FAILURE;
    }

    private Step scheme(int c) {
        if (UrlRecord.isAlpha(c) || c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.') {
            buffer.append((char) (UrlRecord.isAlpha(c) ? c | 0x20 : c));
            return Step.NEXT;
        }
        if (c == ':') {
            return override == null ? schemeEnd() : changeScheme();
        }
        if (override != null) {
            return Step.FAILURE;
        }
        buffer.setLength(0);
        pointer = -1;
        return go(State.NO_SCHEME);
    }

    private Step changeScheme() {
        String scheme = buffer.toString();
        boolean fixed = url.isSpecial() != UrlRecord.isSpecial(scheme)
                || scheme.equals("file") && (url.hasCredentials() || url.port >= 0)
                || url.scheme.equals("file") && url.hostname().isEmpty();
        if (!fixed) {
            url.scheme = scheme;
            if (url.port == url.defaultPort()) {
                url.port = -1;
            }
        }
        return Step.DONE;
    }

    private Step schemeEnd() {
        url.scheme = buffer.toString();
        buffer.setLength(0);
        if (url.scheme.equals("file")) {
            return go(State.FILE);
        }
        if (url.isSpecial()) {
            boolean relative = base != null && base.scheme.equals(url.scheme);
            return go(relative ? State.SPECIAL_RELATIVE_OR_AUTHORITY : State.SPECIAL_AUTHORITY_SLASHES);
        }
        if (at(1) == '/') {
            return skip(State.PATH_OR_AUTHORITY);
        }
        url.opaquePath = new StringBuilder();
        return go(State.OPAQUE_PATH);
    }

    private Step noScheme(int c) {
        if (base == null || base.hasOpaquePath() && c != '#') {
            return Step.FAILURE;
        }
        if (base.hasOpaquePath()) {
            url.assign(base);
            return startFragment();
        }
        return again(base.scheme.equals("file") ? State.FILE : State.RELATIVE);
    }

    private Step relative(int c) {
        UrlRecord from = knownBase();
        url.scheme = from.scheme;
        if (c == '/' || isSpecialBackslash(c)) {
            return go(State.RELATIVE_SLASH);
        }
        url.copyAuthority(from);
        return continuePath(c, from, true);
    }

    /** The path and query of {@code from}, as far as what follows leaves them. */
    private Step continuePath(int c, UrlRecord from, boolean shorten) {
        url.path = new ArrayList<>(from.path);
        url.query = UrlRecord.copyOf(from.query);
        if (c == '?') {
            return startQuery();
        }
        if (c == '#') {
            return startFragment();
        }
        if (c == EOF) {
            return Step.NEXT;
        }
        url.query = null;
        if (shorten) {
            url.shortenPath();
        } else {
            url.path.clear();
        }
        return again(State.PATH);
    }

    private UrlRecord knownBase() {
        if (base == null) {
            throw new IllegalStateException("a relative state without a base");
        }
        return base;
    }

    private Step relativeSlash(int c) {
        if (c == '/' || isSpecialBackslash(c)) {
            return go(url.isSpecial() ? State.SPECIAL_AUTHORITY_IGNORE_SLASHES : State.AUTHORITY);
        }
        url.copyAuthority(knownBase());
        return again(State.PATH);
    }

    private boolean isSpecialBackslash(int c) {
        return c == '\\' && url.isSpecial();
    }

    private boolean endsAuthority(int c) {
        return c == EOF || c == '/' || c == '?' || c == '#' || isSpecialBackslash(c);
    }

    private Step authority(int c) {
        if (c == '@') {
            credentials();
            return Step.NEXT;
        }
        if (!endsAuthority(c)) {
            buffer.appendCodePoint(c);
            return Step.NEXT;
        }
        if (atSeen && buffer.isEmpty()) {
            return Step.FAILURE;
        }
        pointer -= buffer.codePointCount(0, buffer.length()) + 1;
        buffer.setLength(0);
        return go(State.HOST);
    }

    private void credentials() {
        String text = atSeen ? "%40" + buffer : buffer.toString();
        atSeen = true;
        text.codePoints().forEach(c -> {
            if (c == ':' && !passwordSeen) {
                passwordSeen = true;
            } else {
                PercentEncoding.USERINFO.append(passwordSeen ? url.password : url.username, c);
            }
        });
        buffer.setLength(0);
    }

    private Step host(int c) {
        if (override != null && url.scheme.equals("file")) {
            return again(State.FILE_HOST);
        }
        if (c == ':' && !insideBrackets) {
            boolean misplaced = buffer.isEmpty() || override == State.HOSTNAME;
            return misplaced || !takeHost() ? Step.FAILURE : go(State.PORT);
        }
        if (endsAuthority(c)) {
            pointer--;
            boolean needed = url.isSpecial() || override != null && (url.hasCredentials() || url.port >= 0);
            if (buffer.isEmpty() && needed || !takeHost()) {
                return Step.FAILURE;
            }
            return override == null ? go(State.PATH_START) : Step.DONE;
        }
        insideBrackets = c == '[' || insideBrackets && c != ']';
        buffer.appendCodePoint(c);
        return Step.NEXT;
    }

    private boolean takeHost() {
        Optional<String> host = HostParser.parse(buffer.toString(), !url.isSpecial());
        host.ifPresent(parsed -> url.host = parsed);
        buffer.setLength(0);
        return host.isPresent();
    }

    private Step port(int c) {
        if (c >= '0' && c <= '9') {
            buffer.append((char) c);
            return Step.NEXT;
        }
        if (!endsAuthority(c) && override == null) {
            return Step.FAILURE;
        }
        if (!buffer.isEmpty()) {
            int port = portNumber();
            if (port > 65535) {
                return Step.FAILURE;
            }
            url.port = port == url.defaultPort() ? -1 : port;
            buffer.setLength(0);
            if (override != null) {
                return Step.DONE;
            }
        }
        return override == null ? again(State.PATH_START) : Step.FAILURE;
    }

    private int portNumber() {
        int value = 0;
        for (int i = 0; i < buffer.length() && value <= 65535; i++) {
            value = value * 10 + buffer.charAt(i) - '0';
        }
        return value;
    }

    private Step file(int c) {
        url.scheme = "file";
        url.host = "";
        if (c == '/' || c == '\\') {
            return go(State.FILE_SLASH);
        }
        if (base == null || !base.scheme.equals("file")) {
            return again(State.PATH);
        }
        url.host = base.host;
        return continuePath(c, base, !startsWithDrive());
    }

    private Step fileSlash(int c) {
        if (c == '/' || c == '\\') {
            return go(State.FILE_HOST);
        }
        if (base != null && base.scheme.equals("file")) {
            url.host = base.host;
            if (!startsWithDrive() && !base.path.isEmpty() && UrlRecord.isNormalizedDrive(base.path.get(0))) {
                url.path.add(base.path.get(0));
            }
        }
        return again(State.PATH);
    }

    private boolean startsWithDrive() {
        boolean drive = UrlRecord.isAlpha(at(0)) && (at(1) == ':' || at(1) == '|');
        int next = at(2);
        return drive && (next == EOF || next == '/' || next == '\\' || next == '?' || next == '#');
    }

    private Step fileHost(int c) {
        if (c != EOF && c != '/' && c != '\\' && c != '?' && c != '#') {
            buffer.appendCodePoint(c);
            return Step.NEXT;
        }
        pointer--;
        if (override == null && UrlRecord.isDrive(buffer)) {
            return go(State.PATH);
        }
        if (buffer.isEmpty()) {
            url.host = "";
        } else if (!takeHost()) {
            return Step.FAILURE;
        } else if ("localhost".equals(url.host)) {
            url.host = "";
        }
        return override == null ? go(State.PATH_START) : Step.DONE;
    }

    private Step pathStart(int c) {
        if (url.isSpecial()) {
            return c == '/' || c == '\\' ? go(State.PATH) : again(State.PATH);
        }
        if (override == null && c == '?') {
            return startQuery();
        }
        if (override == null && c == '#') {
            return startFragment();
        }
        if (c != EOF) {
            return c == '/' ? go(State.PATH) : again(State.PATH);
        }
        if (override != null && url.host == null) {
            url.path.add("");
        }
        return Step.NEXT;
    }

    private Step path(int c) {
        boolean slash = c == '/' || isSpecialBackslash(c);
        if (c != EOF && !slash && (override != null || c != '?' && c != '#')) {
            PercentEncoding.PATH.append(buffer, c);
            return Step.NEXT;
        }
        endSegment(slash);
        if (c == '?' && override == null) {
            return startQuery();
        }
        return c == '#' && override == null ? startFragment() : Step.NEXT;
    }

    private void endSegment(boolean slash) {
        String segment = buffer.toString();
        buffer.setLength(0);
        String dots = segment.replace("%2e", ".").replace("%2E", ".");
        if (dots.equals("..")) {
            url.shortenPath();
            segment = "";
        } else if (dots.equals(".")) {
            segment = "";
        } else {
            boolean drive = url.scheme.equals("file") && url.path.isEmpty() && UrlRecord.isDrive(segment);
            url.path.add(drive ? segment.charAt(0) + ":" : segment);
            return;
        }
        if (!slash) {
            url.path.add(segment);
        }
    }

    private Step opaquePath(int c) {
        StringBuilder path = url.opaquePath;
        if (path == null) {
            throw new IllegalStateException("an opaque path was expected");
        }
        if (c == '?') {
            return startQuery();
        }
        if (c == '#') {
            return startFragment();
        }
        if (c != EOF) {
            PercentEncoding.CONTROL.append(path, c);
        }
        return Step.NEXT;
    }

    private Step startQuery() {
        url.query = new StringBuilder();
        return go(State.QUERY);
    }

    private Step startFragment() {
        url.fragment = new StringBuilder();
        return go(State.FRAGMENT);
    }

    private Step query(int c) {
        if (override == null && c == '#') {
            return startFragment();
        }
        if (c != EOF && url.query != null) {
            (url.isSpecial() ? PercentEncoding.SPECIAL_QUERY : PercentEncoding.QUERY).append(url.query, c);
        }
        return Step.NEXT;
    }

    private Step fragment(int c) {
        if (c != EOF && url.fragment != null) {
            PercentEncoding.FRAGMENT.append(url.fragment, c);
        }
        return Step.NEXT;
    }
}
