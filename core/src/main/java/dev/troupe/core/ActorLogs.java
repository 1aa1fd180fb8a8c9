package dev.troupe.core;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * What one actor wrote to its standard streams: the last {@code Limits.logLines} lines. Owned by the actor and readable
 * after its end; any thread may call it.
 */
public interface ActorLogs {

    /** The lines that are kept, oldest first. */
    List<LogEntry> snapshot();

    /**
     * The kept lines that {@code query} means, oldest first.
     *
     * @throws LimitExceededException if a regular expression takes too many steps
     */
    default List<LogEntry> search(LogQuery query) {
        return query.filter(snapshot());
    }

    /**
     * Hands every kept line, then every new one, to {@code reader}, in order, one at a time, on a thread of the host's.
     * The ring of kept lines is the bound: a reader that falls behind it misses the oldest lines and sees the gap in
     * {@link LogEntry#sequence}. A reader that throws is closed.
     */
    Following follow(Consumer<LogEntry> reader);

    /** A reader at work. */
    interface Following extends AutoCloseable {
        /**
         * Completes when the actor has ended and its last line was handed over, or when this was closed; fails as the
         * reader failed.
         */
        CompletionStage<Void> finished();

        /** Stops; a line that is being handed over right now may still arrive. Idempotent. */
        @Override
        void close();
    }
}
