package dev.troupe.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorId;
import dev.troupe.core.ActorQuery;
import dev.troupe.core.Build;
import dev.troupe.core.TerminationReason;
import dev.troupe.core.kv.KvEntry;
import dev.troupe.core.spi.ActorRuntime;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What killed hosts have acknowledged, and the comparison with what a host finds afterwards. What was asked for and not
 * acknowledged may be there or not. One thread.
 */
final class Acknowledged {
    private final Set<String> builds = new HashSet<>();
    private final Set<ActorId> others = new HashSet<>();
    private final Set<ActorId> durable = new HashSet<>();
    /** Of all actors: one writes as soon as it starts, which may be before its create is acknowledged. */
    private final Map<ActorId, Numbers> written = new HashMap<>();
    /** Their destruction was asked for. */
    private final Set<ActorId> leaving = new HashSet<>();

    private final Set<ActorId> destroyed = new HashSet<>();
    private int lines;

    /** The numbers of one actor. */
    private static final class Numbers {
        final Set<Long> there = new TreeSet<>();
        final Set<Long> gone = new TreeSet<>();
    }

    int lines() {
        return lines;
    }

    /** One line of a host's: what, whose, and a number. */
    void note(String line) {
        lines++;
        String[] words = line.split(" ");
        if (words[0].equals("build")) {
            builds.add(words[1]);
            return;
        }
        ActorId id = ActorId.of(words[1]);
        long number = Long.parseLong(words[2]);
        switch (words[0]) {
            case "other" -> others.add(id);
            case "durable" -> durable.add(id);
            case "destroying" -> {
                others.remove(id);
                leaving.add(id);
            }
            case "destroyed" -> destroyed.add(id);
            default -> changed(written.computeIfAbsent(id, none -> new Numbers()), words[0], number);
        }
    }

    private static void changed(Numbers numbers, String what, long number) {
        switch (what) {
            case "clearing" -> numbers.there.clear();
            case "cleared" -> numbers.gone.clear();
            case "put" -> numbers.there.add(number);
            case "removing" -> numbers.there.remove(number);
            case "removed" -> numbers.gone.add(number);
            default -> throw new IllegalArgumentException(what);
        }
    }

    /** Compares all of it with what {@code host} found. */
    void check(ActorHost host) {
        Set<String> kept = host.builds().stream().map(Build::id).collect(Collectors.toSet());
        assertTrue(kept.containsAll(builds), "every acknowledged build is there");
        for (ActorId id : others) {
            assertEquals(
                    Optional.of(new TerminationReason.Lost()),
                    host.snapshot(id).orElseThrow().reason(),
                    "an actor that is not durable is told to be lost");
        }
        others.clear();
        Set<ActorId> living =
                host.list(ActorQuery.all()).stream().map(Actor::id).collect(Collectors.toSet());
        destroyed.forEach(id -> assertTrue(!living.contains(id), "a destroyed actor stays so"));
        durable.removeAll(destroyed);
        durable.removeIf(id -> leaving.contains(id) && !living.contains(id));
        leaving.clear();
        assertTrue(living.containsAll(durable), "every acknowledged durable actor came back");
        durable.addAll(living); // a create that was not acknowledged may have happened
        written.keySet().retainAll(durable);
        for (Actor actor : host.list(ActorQuery.all())) {
            actor.ready().toCompletableFuture().join();
        }
        written.forEach(Acknowledged::check);
    }

    private static void check(ActorId id, Numbers numbers) {
        ActorRuntime runtime = Objects.requireNonNull(WritingIsolates.STARTED.get(id));
        for (long number : numbers.there) {
            List<KvEntry> found = read(runtime, number);
            assertEquals(1, found.size(), "the acknowledged number " + number + " is there");
            assertEquals(number, ByteBuffer.wrap(found.get(0).value()).getLong());
        }
        for (long number : numbers.gone) {
            assertEquals(List.of(), read(runtime, number), "the removed number " + number + " is gone");
        }
    }

    private static List<KvEntry> read(ActorRuntime runtime, long number) {
        return runtime.kv()
                .read(List.of(WritingIsolates.key(number)))
                .toCompletableFuture()
                .join();
    }
}
