package dev.troupe.server.cli;

import dev.troupe.core.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;

/**
 * Sends an actor the requests of a short life and destroys it, so that a class-data cache recorded meanwhile holds what a first request needs.
 * Runs on the caller's thread, to its end.
 */
final class TrainingRequests {
    private static final int REQUESTS = 20;

    private TrainingRequests() {}

    static void send(Actor actor) {
        URI url = actor.ready().toCompletableFuture().join().url("http");
        for (int request = 0; request < REQUESTS; request++) {
            try {
                URLConnection connection = url.toURL().openConnection();
                try (InputStream body = connection.getInputStream()) {
                    body.readAllBytes();
                }
            } catch (IOException failure) {
                throw new UncheckedIOException("The actor at " + url + " does not answer", failure);
            }
        }
        actor.destroy();
    }
}
