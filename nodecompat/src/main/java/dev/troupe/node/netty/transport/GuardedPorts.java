package dev.troupe.node.netty.transport;

import dev.troupe.core.ActorId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ports without a socket that listen now, of all hosts of this JVM: an actor's id is its alone. Any thread. It
 * holds nothing but open ports, which their listeners close, and those who wait for one.
 */
public final class GuardedPorts {
    private static final Map<Name, GuardedPort> OPEN = new ConcurrentHashMap<>();
    private static final Map<Name, Set<Runnable>> WAITING = new ConcurrentHashMap<>();

    private GuardedPorts() {}

    /** Who waits for a port. */
    @FunctionalInterface
    public interface Waiting {
        /** Waits no more. Idempotent. */
        void cancel();
    }

    private record Name(ActorId actor, String port) {}

    /** Lets {@code port} be found; false if the actor listens there already. */
    public static boolean open(GuardedPort port) {
        Name name = new Name(port.actor(), port.name());
        if (OPEN.putIfAbsent(name, port) != null) {
            return false;
        }
        Set<Runnable> waiting = WAITING.remove(name);
        if (waiting != null) {
            waiting.forEach(Runnable::run);
        }
        return true;
    }

    static void remove(GuardedPort port) {
        OPEN.remove(new Name(port.actor(), port.name()), port);
    }

    /** The open port of that name. */
    public static Optional<GuardedPort> find(ActorId actor, String port) {
        return Optional.ofNullable(OPEN.get(new Name(actor, port)));
    }

    /**
     * Runs {@code opened} when a port of that name opens, on the thread that opens it, once and promptly; at once if it
     * is open.
     */
    public static Waiting await(ActorId actor, String port, Runnable opened) {
        Name name = new Name(actor, port);
        WAITING.compute(name, (key, others) -> {
            Set<Runnable> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(opened);
            return all;
        });
        Waiting waiting = () -> WAITING.computeIfPresent(name, (key, all) -> {
            all.remove(opened);
            return all.isEmpty() ? null : all;
        });
        if (OPEN.containsKey(name)) {
            waiting.cancel();
            opened.run();
        }
        return waiting;
    }

    /** How many ports are open and how many names are waited for; for tests that count what is left. */
    public static int size() {
        return OPEN.size() + WAITING.size();
    }
}
