package dev.troupe.server.gateway;

import dev.troupe.core.Actor;
import dev.troupe.core.PortSpec;

/**
 * Decides who may come in. Asked once for each request, before anything of it reaches the actor, on the connection's
 * thread: it answers at once, from memory, and never throws.
 */
@FunctionalInterface
public interface Gate {

    /**
     * May {@code visit} come in?
     *
     * @param actor where it wants to go
     * @param port the port, which is routed through the gateway; {@link PortSpec#open} says whether it is for everybody
     */
    Admission admit(Visit visit, Actor actor, PortSpec port);
}
