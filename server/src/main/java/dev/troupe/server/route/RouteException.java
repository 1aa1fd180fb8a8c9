package dev.troupe.server.route;

import dev.troupe.core.ActorException;

/** A route that cannot be: the code says which rule it breaks. */
public final class RouteException extends ActorException {
    private static final long serialVersionUID = 1L;

    private final String code;

    RouteException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** The error's name in the API. */
    public String code() {
        return code;
    }
}
