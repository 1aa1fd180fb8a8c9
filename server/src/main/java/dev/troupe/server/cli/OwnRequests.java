package dev.troupe.server.cli;

import dev.troupe.core.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLConnection;

/**
 * Sends an actor the requests of a short life and destroys it, so that a class-data cache recorded meanwhile holds what a first request needs,
 * and a cold start can be timed. Runs on the caller's thread, to its end.
 */
final class OwnRequests {
    private OwnRequests() {}

    static void send(Actor actor, int count, PrintWriter out) {
        URI url = actor.ready().toCompletableFuture().join().url("http");
        for (int request = 0; request < count; request++) {
            try {
                URLConnection connection = url.toURL().openConnection();
                try (InputStream body = connection.getInputStream()) {
                    body.readAllBytes();
                }
            } catch (IOException failure) {
                throw new UncheckedIOException("The actor at " + url + " does not answer", failure);
            }
            if (request == 0) {
                long begin = ManagementFactory.getRuntimeMXBean().getStartTime();
                out.println("first reply after " + (System.currentTimeMillis() - begin) + " ms");
            }
        }
        actor.destroy();
    }
}
