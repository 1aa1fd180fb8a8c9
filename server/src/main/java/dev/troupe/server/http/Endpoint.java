package dev.troupe.server.http;

/** What answers requests. Called on the connection's thread, so it returns at once and never throws. */
@FunctionalInterface
public interface Endpoint {
    /** What to do with the request that begins with {@code head}. */
    Reception receive(Head head);

    /** The answer to bytes that are no request. */
    default Reply malformed() {
        return new Reply(400, "text/plain", new byte[0]);
    }
}
