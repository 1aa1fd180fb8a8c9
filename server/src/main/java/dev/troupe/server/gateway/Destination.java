package dev.troupe.server.gateway;

import dev.troupe.core.ActorId;

/** Where a request goes. A value. */
public sealed interface Destination {

    /**
     * A port of an actor, which may not exist.
     *
     * @param actor the actor
     * @param port the name of its port
     * @param prefix what was taken off the front of the path, without a slash at its end; often empty
     * @param target what the actor sees: a path with its leading slash, and the query
     */
    record Port(ActorId actor, String port, String prefix, String target) implements Destination {}

    /**
     * A name that is known, and that no actor answers to at present.
     *
     * @param message what is missing, for the client to read
     */
    record Nobody(String message) implements Destination {}

    /** A name that is not known. */
    record Unknown() implements Destination {}
}
