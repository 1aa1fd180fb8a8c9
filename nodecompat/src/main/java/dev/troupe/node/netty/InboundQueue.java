package dev.troupe.node.netty;

import dev.troupe.core.spi.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Events of one connection on their way to the program: transport threads add, one task on the actor's loop takes all.
 * Owned by its connection; any thread, except {@link #deliver}. It ends empty: what nobody takes is garbage.
 */
final class InboundQueue {
    private final EventLoop loop;
    private final Runnable delivery;
    private List<NetEvent> events = new ArrayList<>(2);
    private List<NetEvent> spare = new ArrayList<>(2);
    private boolean posted;
    private int weight;

    InboundQueue(EventLoop loop, Runnable delivery) {
        this.loop = loop;
        this.delivery = delivery;
    }

    synchronized void add(NetEvent event) {
        events.add(event);
        weight += event.weight();
    }

    /** The newest event, if it waits here still. */
    synchronized boolean replaceLast(NetEvent expected, NetEvent replacement) {
        int last = events.size() - 1;
        if (last < 0 || events.get(last) != expected) {
            return false;
        }
        events.set(last, replacement);
        return true;
    }

    synchronized int weight() {
        return weight;
    }

    /** Posts one delivery unless one is under way; false if the loop refused it. */
    boolean publish(boolean always) {
        synchronized (this) {
            if (posted || events.isEmpty()) {
                return true;
            }
            posted = true;
        }
        if (always ? loop.postAlways(delivery) : loop.post(delivery)) {
            return true;
        }
        synchronized (this) {
            posted = false;
        }
        return false;
    }

    /** Hands what waits to {@code sink}, in order. Loop thread. */
    void deliver(Consumer<NetEvent> sink) {
        List<NetEvent> batch;
        synchronized (this) {
            batch = events;
            events = spare;
            spare = batch;
            posted = false;
            weight = 0;
        }
        for (int i = 0; i < batch.size(); i++) {
            sink.accept(batch.get(i));
        }
        batch.clear();
    }

    synchronized void clear() {
        events.clear();
        weight = 0;
    }
}
