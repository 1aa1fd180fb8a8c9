package dev.troupe.examples;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** Hosts one actor, asks it one question over HTTP, and destroys it. */
public final class Hello {

    private Hello() {}

    /** Runs the program; its one argument is the path of {@code hello.ts}. */
    public static void main(String[] arguments) throws Exception {
        try (Actor actor = ActorHost.start(Path.of(arguments[0]))) {
            actor.ready().toCompletableFuture().join();
            URI url = actor.url("http");
            HttpRequest request = HttpRequest.newBuilder(url).build();
            System.out.print(HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body());
        }
    }
}
