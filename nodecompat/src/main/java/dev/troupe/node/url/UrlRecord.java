package dev.troupe.node.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parsed URL (url.spec.whatwg.org/#url-representation). Owned by one JS {@code URL}, changed by its setters, on its
 * actor's loop. Garbage once that object is.
 */
public final class UrlRecord {
    private static final Map<String, Integer> SPECIAL =
            Map.of("ftp", 21, "file", -1, "http", 80, "https", 443, "ws", 80, "wss", 443);

    String scheme = "";
    final StringBuilder username = new StringBuilder();
    final StringBuilder password = new StringBuilder();

    @Nullable
    String host;

    int port = -1;
    List<String> path = new ArrayList<>();

    @Nullable
    StringBuilder opaquePath;

    @Nullable
    StringBuilder query;

    @Nullable
    StringBuilder fragment;

    UrlRecord() {}

    UrlRecord copy() {
        UrlRecord copy = new UrlRecord();
        copy.assign(this);
        return copy;
    }

    void assign(UrlRecord other) {
        scheme = other.scheme;
        copyAuthority(other);
        path = new ArrayList<>(other.path);
        opaquePath = copyOf(other.opaquePath);
        query = copyOf(other.query);
        fragment = copyOf(other.fragment);
    }

    void copyAuthority(UrlRecord other) {
        username.setLength(0);
        username.append(other.username);
        password.setLength(0);
        password.append(other.password);
        host = other.host;
        port = other.port;
    }

    static @Nullable StringBuilder copyOf(@Nullable StringBuilder text) {
        return text == null ? null : new StringBuilder(text);
    }

    boolean isSpecial() {
        return SPECIAL.containsKey(scheme);
    }

    static boolean isSpecial(String scheme) {
        return SPECIAL.containsKey(scheme);
    }

    int defaultPort() {
        return SPECIAL.getOrDefault(scheme, -1);
    }

    boolean hasOpaquePath() {
        return opaquePath != null;
    }

    boolean hasCredentials() {
        return !username.isEmpty() || !password.isEmpty();
    }

    /** May it have a user, a password or a port? */
    boolean mayHaveCredentials() {
        return host != null && !host.isEmpty() && !scheme.equals("file");
    }

    void shortenPath() {
        boolean drive = scheme.equals("file") && path.size() == 1 && isNormalizedDrive(path.get(0));
        if (!drive && !path.isEmpty()) {
            path.remove(path.size() - 1);
        }
    }

    static boolean isNormalizedDrive(String text) {
        return text.length() == 2 && isAlpha(text.charAt(0)) && text.charAt(1) == ':';
    }

    static boolean isDrive(CharSequence text) {
        return text.length() == 2 && isAlpha(text.charAt(0)) && (text.charAt(1) == ':' || text.charAt(1) == '|');
    }

    static boolean isAlpha(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    public String protocol() {
        return scheme + ":";
    }

    public String username() {
        return username.toString();
    }

    public String password() {
        return password.toString();
    }

    public String hostname() {
        return host == null ? "" : host;
    }

    public String port() {
        return port < 0 ? "" : Integer.toString(port);
    }

    public String host() {
        return port < 0 ? hostname() : hostname() + ":" + port;
    }

    public String pathname() {
        if (opaquePath != null) {
            return opaquePath.toString();
        }
        return path.isEmpty() ? "" : "/" + String.join("/", path);
    }

    public String search() {
        return query == null || query.isEmpty() ? "" : "?" + query;
    }

    public String hash() {
        return fragment == null || fragment.isEmpty() ? "" : "#" + fragment;
    }

    /** The origin's serialization; {@code null} as text for an opaque one. */
    public String origin() {
        if (scheme.equals("blob")) {
            return UrlParser.parse(pathname(), null)
                    .filter(inner -> inner.scheme.equals("http") || inner.scheme.equals("https"))
                    .map(UrlRecord::origin)
                    .orElse("null");
        }
        return isSpecial() && !scheme.equals("file") ? scheme + "://" + host() : "null";
    }

    public String href() {
        StringBuilder out = new StringBuilder(scheme).append(':');
        if (host != null) {
            out.append("//");
            if (hasCredentials()) {
                out.append(username);
                if (!password.isEmpty()) {
                    out.append(':').append(password);
                }
                out.append('@');
            }
            out.append(host());
        } else if (opaquePath == null && path.size() > 1 && path.get(0).isEmpty()) {
            out.append("/."); // else the path would read as a host
        }
        out.append(pathname());
        if (query != null) {
            out.append('?').append(query);
        }
        if (fragment != null) {
            out.append('#').append(fragment);
        }
        return out.toString();
    }
}
