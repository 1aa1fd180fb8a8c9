package dev.troupe.core;

/** A port is routed through the gateway, and this host has none. */
public final class GatewayRequiredException extends ActorException {
    private static final long serialVersionUID = 1L;

    public GatewayRequiredException(String message) {
        super(message);
    }
}
