package dev.troupe.examples;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorQuery;
import dev.troupe.core.Protocol;
import dev.troupe.core.Region;
import dev.troupe.core.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A long-lived host: deploys a program once, gives each chat room an actor of its own, finds one by its tag and lists
 * their URLs.
 */
public final class Rooms {

    private Rooms() {}

    /** Runs the program; its one argument is the path of {@code counter.ts}. */
    public static void main(String[] arguments) {
        try (ActorHost host =
                ActorHost.builder().region(new Region("fra", "Frankfurt")).build()) {
            host.deploy(Script.file(Path.of(arguments[0])), Map.of("name", "room"));
            for (String room : new String[] {"lobby", "kitchen", "garden"}) {
                host.create(ActorOptions.builder()
                        .buildTags(Map.of("name", "room", "current", "true"))
                        .tags(Map.of("room", room))
                        .port("http", Protocol.HTTP)
                        .build());
            }
            for (Actor actor : host.list(ActorQuery.all())) {
                actor.ready().toCompletableFuture().join();
                System.out.println(actor.tags().get("room") + " " + actor.url("http"));
            }
            Actor kitchen =
                    host.list(ActorQuery.tags(Map.of("room", "kitchen"))).get(0);
            System.out.println(kitchen.destroy(Duration.ofSeconds(1))
                    .toCompletableFuture()
                    .join()
                    .message());
        }
    }
}
