package dev.troupe.server.dashboard;

import dev.troupe.server.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The files of the dashboard, a page that reads the API with the token that its reader enters and changes nothing. They
 * are the same for everybody and hold no secret. Stateless; any thread.
 */
public final class Dashboard {
    private static final String PAGE = "/";
    private static final String FOLDER = "/dashboard/";
    /** The page runs what came with it and nothing else, and nobody frames it. */
    private static final Map<String, String> FIELDS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer");

    private static final Map<String, String> TYPES = types();

    private Dashboard() {}

    private static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("index.html", "text/html; charset=utf-8");
        types.put("style.css", "text/css; charset=utf-8");
        for (String script : new String[] {"api.js", "log.js", "main.js", "text.js"}) {
            types.put(script, "text/javascript; charset=utf-8");
        }
        return types;
    }

    /** The file at {@code path}; empty if that is none of the dashboard's. */
    public static Optional<Reply> file(String path) {
        String name = path.equals(PAGE) ? "index.html" : path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : "";
        return Optional.ofNullable(TYPES.get(name)).map(type -> new Reply(200, type, bytes(name), FIELDS));
    }

    private static byte[] bytes(String name) {
        try (InputStream in =
                Objects.requireNonNull(Dashboard.class.getResourceAsStream(name), name + " is missing in the jar")) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
