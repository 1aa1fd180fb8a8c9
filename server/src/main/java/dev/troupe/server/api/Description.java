package dev.troupe.server.api;

import dev.troupe.server.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The API's description (OpenAPI 3.1), a resource of this module. Stateless; any thread. */
final class Description {
    static final String PATH = "/openapi.json";

    private Description() {}

    static Reply reply() {
        return new Reply(200, "application/json", bytes());
    }

    static byte[] bytes() {
        try (InputStream in = Objects.requireNonNull(
                Description.class.getResourceAsStream("openapi.json"), "openapi.json is missing in the jar")) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
