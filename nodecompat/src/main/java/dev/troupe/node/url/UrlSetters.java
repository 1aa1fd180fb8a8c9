package dev.troupe.node.url;

import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The setters of the {@code URL} interface (url.spec.whatwg.org/#api). Functions over one record, on its actor's loop.
 * An invalid value leaves the record as it was, except where the standard keeps the valid head of it.
 */
public final class UrlSetters {
    private UrlSetters() {}

    /** Sets everything; false, and nothing changed, if {@code value} is no URL. */
    public static boolean href(UrlRecord url, String value) {
        Optional<UrlRecord> parsed = UrlParser.parse(value, null);
        parsed.ifPresent(url::assign);
        return parsed.isPresent();
    }

    public static void protocol(UrlRecord url, String value) {
        UrlParser.parsePart(url, value + ":", UrlParser.State.SCHEME_START);
    }

    public static void username(UrlRecord url, String value) {
        if (url.mayHaveCredentials()) {
            url.username.setLength(0);
            url.username.append(PercentEncoding.USERINFO.encode(value));
        }
    }

    public static void password(UrlRecord url, String value) {
        if (url.mayHaveCredentials()) {
            url.password.setLength(0);
            url.password.append(PercentEncoding.USERINFO.encode(value));
        }
    }

    public static void host(UrlRecord url, String value) {
        setHost(url, value, UrlParser.State.HOST);
    }

    public static void hostname(UrlRecord url, String value) {
        setHost(url, value, UrlParser.State.HOSTNAME);
    }

    private static void setHost(UrlRecord url, String value, UrlParser.State part) {
        if (!url.hasOpaquePath()) {
            UrlParser.parsePart(url, value, part);
        }
    }

    public static void port(UrlRecord url, String value) {
        if (!url.mayHaveCredentials()) {
            return;
        }
        if (value.isEmpty()) {
            url.port = -1;
        } else {
            UrlParser.parsePart(url, value, UrlParser.State.PORT);
        }
    }

    public static void pathname(UrlRecord url, String value) {
        if (!url.hasOpaquePath()) {
            url.path = new ArrayList<>();
            UrlParser.parsePart(url, value, UrlParser.State.PATH_START);
        }
    }

    public static void search(UrlRecord url, String value) {
        url.query = start(value);
        if (url.query != null) {
            UrlParser.parsePart(url, without(value, '?'), UrlParser.State.QUERY);
        }
        stripSpaces(url);
    }

    public static void hash(UrlRecord url, String value) {
        url.fragment = start(value);
        if (url.fragment != null) {
            UrlParser.parsePart(url, without(value, '#'), UrlParser.State.FRAGMENT);
        }
        stripSpaces(url);
    }

    private static @Nullable StringBuilder start(String value) {
        return value.isEmpty() ? null : new StringBuilder();
    }

    private static String without(String value, char mark) {
        return value.charAt(0) == mark ? value.substring(1) : value;
    }

    // Spaces at the end of an opaque path were safe only while something followed.
    private static void stripSpaces(UrlRecord url) {
        StringBuilder path = url.opaquePath;
        if (path == null || url.query != null || url.fragment != null) {
            return;
        }
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == ' ') {
            end--;
        }
        path.setLength(end);
    }
}
