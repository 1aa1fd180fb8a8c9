package dev.troupe.server.http;

import java.util.Map;

/**
 * An answer with a body in memory. A value; the bytes are not copied.
 *
 * @param status 200 to 599
 * @param type the media type
 * @param body the body
 * @param fields further fields of its head
 */
public record Reply(int status, String type, byte[] body, Map<String, String> fields) {

    /** An answer without further fields. */
    public Reply(int status, String type, byte[] body) {
        this(status, type, body, Map.of());
    }
}
