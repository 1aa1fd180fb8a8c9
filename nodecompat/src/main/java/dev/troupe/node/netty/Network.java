package dev.troupe.node.netty;

import dev.troupe.core.spi.ActorRuntime;
import dev.troupe.core.spi.EventLoop;
import dev.troupe.core.spi.Meter;
import dev.troupe.core.spi.ResourceScope;
import dev.troupe.node.netty.transport.TransportThreads;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The sockets of one actor: its share of the transport threads and its bound on connections. Made by the actor's first
 * use of sockets, on its loop; any thread. It ends with the actor's scope, after the sockets in it.
 */
public final class Network implements AutoCloseable {
    private final ActorRuntime actor;
    private final TransportThreads threads = TransportThreads.acquire();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    public Network(ActorRuntime actor) {
        this.actor = actor;
        actor.scope().add(this);
    }

    ActorRuntime actor() {
        return actor;
    }

    TransportThreads threads() {
        return threads;
    }

    EventLoop loop() {
        return actor.loop();
    }

    Meter meter() {
        return actor.meter();
    }

    int socketBufferBytes() {
        return actor.limits().socketBufferBytes();
    }

    ResourceScope.Registration register(AutoCloseable resource) {
        return actor.scope().add(resource);
    }

    void add(Listener listener) {
        listeners.add(listener);
    }

    void remove(Listener listener) {
        listeners.remove(listener);
    }

    /** Counts one more connection; false if {@code Limits.connections} are open. */
    boolean admit() {
        int now = connections.incrementAndGet();
        if (now >= actor.limits().connections()) {
            listeners.forEach(listener -> listener.accepting(false));
        }
        if (now > actor.limits().connections()) {
            connections.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Takes one {@link #admit} back. */
    void closed() {
        if (connections.getAndDecrement() == actor.limits().connections()) {
            listeners.forEach(listener -> listener.accepting(true));
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            threads.release();
        }
    }
}
