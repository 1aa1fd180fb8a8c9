package dev.troupe.core.spi;

/** Everything that one actor has open. Closed once, newest first; failures are collected as suppressed. Any thread. */
public interface ResourceScope {

    /**
     * Registers {@code resource} to be closed with the actor. {@code close} must be prompt and thread-safe: it runs on
     * a reaper thread when the loop is gone.
     *
     * @return the registration: {@link Registration#release} when the resource was closed before
     * @throws IllegalStateException if the scope is already closed; {@code resource} has then been closed
     */
    Registration add(AutoCloseable resource);

    /** One entry of a scope. */
    interface Registration {
        /** Takes the resource out of the scope without closing it. Idempotent. */
        void release();
    }
}
