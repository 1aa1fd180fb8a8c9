package dev.troupe.server.client;

import dev.troupe.core.ActorException;

/** A request that failed; the code is the API's, or {@code CLIENT_…} if the API was not reached. */
public final class ClientException extends ActorException {
    private static final long serialVersionUID = 1L;

    private final String code;

    ClientException(String code, String message) {
        super(message);
        this.code = code;
    }

    ClientException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** For programs to read. */
    public String code() {
        return code;
    }
}
