package dev.troupe.node.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes of one connection on their way to the peer: the loop adds, one task on the transport thread writes and flushes
 * all. Owned by its connection. It ends with the channel, which fails what is left.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write or close ends in the channel's close, which is told
final class OutboundQueue {
    /** Beyond this many bytes the program waits: two full socket buffers, so the peer never starves for the hop. */
    private static final int HIGH_WATER = 256 << 10;

    private final Channel channel;
    private final Connection connection;
    private final int capacity;
    private final Deque<Object> waiting = new ArrayDeque<>(2);
    private final AtomicLong queued = new AtomicLong();
    private final AtomicBoolean drainAwaited = new AtomicBoolean();
    private boolean scheduled;

    OutboundQueue(Channel channel, Connection connection, int capacity) {
        this.channel = channel;
        this.connection = connection;
        this.capacity = capacity;
    }

    /** How many bytes may be added now. */
    int room() {
        return (int) Math.max(0, capacity - queued.get());
    }

    /** Is anything on its way? */
    boolean busy() {
        return queued.get() > 0;
    }

    long queued() {
        return queued.get();
    }

    /** Adds bytes; false asks the program to wait for {@link NetEvent.Signal#DRAINED}. */
    boolean add(byte[] bytes) {
        long now = queued.addAndGet(bytes.length);
        connection.settle();
        enqueue(bytes);
        return now <= Math.min(HIGH_WATER, capacity) || !awaitDrain();
    }

    /** True if a drain event will come; false if there is room already. */
    boolean awaitDrain() {
        drainAwaited.set(true);
        return queued.get() > low() || !drainAwaited.compareAndSet(true, false);
    }

    /** Runs {@code step} on the transport thread once all that was added before has left. */
    void afterWrites(Runnable step) {
        enqueue(step);
    }

    private long low() {
        return Math.min(HIGH_WATER, capacity) / 4;
    }

    private void enqueue(Object item) {
        boolean first;
        synchronized (waiting) {
            waiting.add(item);
            first = !scheduled;
            scheduled = true;
        }
        if (first && !channel.eventLoop().isShuttingDown()) {
            channel.eventLoop().execute(this::flush);
        }
    }

    /**
     * Writes what waits, with one flush and one listener: completion of the last means completion of all. Transport
     * thread.
     */
    void flush() {
        long batch = 0;
        while (true) {
            Object item = next();
            if (item == null) {
                break;
            }
            if (item instanceof byte[] bytes) {
                batch += bytes.length;
                channel.write(Unpooled.wrappedBuffer(bytes), channel.voidPromise());
            } else {
                Runnable step = (Runnable) item;
                channel.write(Unpooled.EMPTY_BUFFER).addListener(done -> step.run());
            }
        }
        if (batch > 0) {
            long count = batch;
            channel.write(Unpooled.EMPTY_BUFFER).addListener((ChannelFutureListener) done -> left(count));
        }
        channel.flush();
    }

    private @org.jspecify.annotations.Nullable Object next() {
        synchronized (waiting) {
            Object item = waiting.poll();
            if (item == null) {
                scheduled = false;
            }
            return item;
        }
    }

    private void left(long count) {
        connection.sent(count);
        long now = queued.addAndGet(-count);
        if (now <= low() && drainAwaited.compareAndSet(true, false)) {
            connection.tell(NetEvent.Signal.DRAINED);
        }
        if (now == 0) {
            connection.settle();
        }
    }
}
