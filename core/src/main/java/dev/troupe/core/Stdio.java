package dev.troupe.core;

import java.io.InputStream;
import java.util.Optional;

/**
 * Where a program's standard streams go instead of the actor's log, unchanged and unbounded: for programs that the host
 * trusts with its own console. Given by the application; it ends with the application.
 */
public interface Stdio {

    /**
     * Takes what the program wrote, bytes as they came; returns when they are out. On the actor's loop, so a reader
     * that does not read stops the program, as a full pipe does.
     */
    void write(LogStream stream, byte[] bytes);

    /**
     * What {@code process.stdin} reads, on a thread of the host's pool; empty means that it is at its end. The host
     * does not close it.
     */
    default Optional<InputStream> input() {
        return Optional.empty();
    }

    /** Is {@code stream} a terminal? {@code process.stdout.isTTY} says so; default no. */
    default boolean terminal(LogStream stream) {
        return false;
    }
}
