package dev.troupe.core;

/** How a declared port is reached from outside. */
public enum Routing {
    /** A TCP or UDP port of the host's own, bound when the program listens. */
    HOST,
    /** No socket of its own: the gateway hands HTTP connections over inside the JVM. */
    GUARD
}
