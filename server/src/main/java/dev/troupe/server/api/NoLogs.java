package dev.troupe.server.api;

import dev.troupe.core.ActorLogs;
import dev.troupe.core.LogEntry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The log of an actor that ended before its host was opened: empty, and over. One instance, any thread. */
enum NoLogs implements ActorLogs {
    INSTANCE;

    @Override
    public List<LogEntry> snapshot() {
        return List.of();
    }

    @Override
    public Following follow(Consumer<LogEntry> reader) {
        return new Following() {
            @Override
            public CompletionStage<Void> finished() {
                return CompletableFuture.completedStage(null);
            }

            @Override
            public void close() {}
        };
    }
}
