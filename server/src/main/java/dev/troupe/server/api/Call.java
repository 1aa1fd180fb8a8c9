package dev.troupe.server.api;

import dev.troupe.server.http.Head;

/**
 * One request of the API, its token checked and its body read. A value.
 *
 * @param head the request without its body
 * @param query what follows the path
 * @param bytes the body
 */
record Call(Head head, Query query, byte[] bytes) {
    Body body() {
        return Body.of(bytes);
    }

    /** The address of {@code path} on this server, as the client knows it. */
    String address(String path) {
        return "http://" + head.host().orElse("localhost") + path;
    }
}
