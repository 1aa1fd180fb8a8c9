package dev.troupe.core;

/**
 * Why an actor is no more: a closed set, each with the exit code that a process would have had and a sentence for
 * people.
 */
public sealed interface TerminationReason {

    /** The exit code that a process in the actor's place would have had. */
    int exitCode();

    /** What happened, in a sentence. */
    String message();

    /** The program ended by itself, well. */
    record Exited() implements TerminationReason {
        @Override
        public int exitCode() {
            return 0;
        }

        @Override
        public String message() {
            return "The program ended with exit code 0.";
        }
    }

    /**
     * The program ended by itself, badly, after {@code start(ctx)} had been called.
     *
     * @param exitCode 1 to 255
     * @param message what happened
     */
    record Failed(int exitCode, String message) implements TerminationReason {}

    /**
     * The program could not be started: no such file, a syntax error, no default export, {@code start} threw.
     *
     * @param exitCode 1 to 255
     * @param message what happened
     */
    record StartFailed(int exitCode, String message) implements TerminationReason {}

    /** Destruction was asked for. */
    record Destroyed() implements TerminationReason {
        @Override
        public int exitCode() {
            return 0;
        }

        @Override
        public String message() {
            return "The actor was destroyed on request.";
        }
    }

    /** The host was closed, or died, while the actor lived, and the actor was not one that comes back. */
    record Lost() implements TerminationReason {
        @Override
        public int exitCode() {
            return 137;
        }

        @Override
        public String message() {
            return "The host ended without the actor: only durable actors (RestartPolicy.onFailure()) come back.";
        }
    }

    /** The host was closed; it starts the actor again, as it is durable, when it is opened again. */
    record Suspended() implements TerminationReason {
        @Override
        public int exitCode() {
            return 0;
        }

        @Override
        public String message() {
            return "The host was closed; the actor comes back when a host opens the same data directory.";
        }
    }

    /**
     * The program went past a limit.
     *
     * @param limit the name of the field of {@link Limits}; {@code heap} for the JVM's own heap, which all actors share
     * @param message what happened
     */
    record Killed(String limit, String message) implements TerminationReason {
        /** As a shell reports a process that got SIGKILL. */
        @Override
        public int exitCode() {
            return 137;
        }
    }

    /**
     * The program failed more often than its {@link RestartPolicy} allows.
     *
     * @param last the last failure
     * @param message what happened
     */
    record RestartIntensityExceeded(TerminationReason last, String message) implements TerminationReason {
        @Override
        public int exitCode() {
            return last.exitCode();
        }
    }
}
