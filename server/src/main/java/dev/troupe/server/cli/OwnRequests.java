package dev.troupe.server.cli;

import dev.troupe.core.Actor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Sends an actor the requests of a short life and destroys it, so that a class-data cache recorded meanwhile holds what
 * a first request needs, and a cold start can be timed. Runs on the caller's thread, to its end; a plain socket, so
 * that no client of the JDK's is part of the time.
 */
final class OwnRequests {

    private OwnRequests() {}

    static void send(Actor actor, int count, PrintWriter out) {
        URI url = actor.ready().toCompletableFuture().join().url("http");
        for (int request = 0; request < count; request++) {
            get(url);
            if (request == 0) {
                long begin = ManagementFactory.getRuntimeMXBean().getStartTime();
                out.println("first reply after " + (System.currentTimeMillis() - begin) + " ms");
            }
        }
        actor.destroy();
    }

    private static void get(URI url) {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            String request = "GET / HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!reply.startsWith("HTTP/1.1 200 ")) {
                throw new IllegalStateException("The actor at " + url + " answered: " + reply);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The actor at " + url + " does not answer", failure);
        }
    }
}
