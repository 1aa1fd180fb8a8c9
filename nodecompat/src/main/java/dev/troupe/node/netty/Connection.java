package dev.troupe.node.netty;

import dev.troupe.core.spi.ResourceScope;
import dev.troupe.node.netty.NetEvent.Failure;
import dev.troupe.node.netty.NetEvent.RequestHead;
import dev.troupe.node.netty.NetEvent.Signal;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One TCP connection of an actor: bytes out with a bound, events in with a bound, half-close, and a parser that can be
 * put in front. Owned by the program's handle; methods that a program causes run on the actor's loop, the others on the
 * transport thread, {@link #close} on any. It ends when its channel closes: the last event is {@link Signal#CLOSED}.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write or close ends in the channel's close, which is told
public final class Connection implements AutoCloseable {
    private static final int READ_AHEAD = 256 << 10;
    private static final int RETRY_MILLIS = 20;
    private static final byte[] OVERLOADED =
            "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final Network network;
    private final InboundQueue inbound;
    private final Liveness liveness;
    private final AtomicBoolean stalled = new AtomicBoolean();
    private final AtomicBoolean gone = new AtomicBoolean();
    private final AtomicInteger unanswered = new AtomicInteger();
    private Consumer<NetEvent> sink = event -> {};
    private ResourceScope.@Nullable Registration registration;
    private @Nullable OutboundQueue outbound;
    private volatile @Nullable DuplexChannel channel;
    private volatile boolean reading;
    private volatile boolean closing;
    private volatile String asked = "";
    private volatile boolean counted;
    private volatile @Nullable Channel attempt;
    private volatile @Nullable ChannelHandler parser;
    private final List<byte[]> early = new ArrayList<>(0);
    private boolean started;
    private boolean endedEarly;
    private int unpublishedHeads;
    private volatile boolean inputEnded;
    private volatile boolean opening = true;
    private volatile boolean shuttingDown;
    private volatile long received;

    Connection(Network network) {
        this.network = network;
        inbound = new InboundQueue(network.loop(), this::deliver);
        liveness = new Liveness(network.loop());
    }

    /**
     * Takes the channel over, once; it does not read until asked. Transport thread, or the one that makes the channel.
     */
    void attach(DuplexChannel opened) {
        outbound = new OutboundQueue(opened, this, network.socketBufferBytes());
        channel = opened;
        opened.pipeline().addLast(new ConnectionHandler(this));
        if (closing) {
            opened.close();
        }
    }

    /** A client's connection lives from the call that makes it. */
    void begin() {
        liveness.active(true);
        registration = network.register(this);
    }

    void counted() {
        counted = true;
    }

    /** A channel that may become this connection's; it closes if the program gave up. */
    void trying(Channel candidate) {
        attempt = candidate;
        if (closing) {
            candidate.close();
        }
    }

    /** Where events go from now on. Loop thread. */
    public void listen(Consumer<NetEvent> events) {
        sink = events;
        if (channel != null) {
            opened();
        }
    }

    /** The program knows that it is connected: from here on only what it does keeps it alive. */
    void opened() {
        opening = false;
        settle();
    }

    /**
     * libuv's idea of an active handle: it connects, reads, writes or closes. A paused socket keeps nobody alive, and
     * neither does one whose peer has ended.
     */
    void settle() {
        OutboundQueue queue = outbound;
        liveness.active(opening || closing || shuttingDown || reading && !inputEnded || queue != null && queue.busy());
    }

    private void deliver() {
        inbound.deliver(sink);
        resume();
    }

    // ---- reading

    public void readStart() {
        reading = true;
        settle();
        stalled.set(true);
        resume();
    }

    public void readStop() {
        reading = false;
        settle();
    }

    /** Reads on if reading had to wait for the program. */
    private void resume() {
        DuplexChannel open = channel;
        if (open == null || !reading || !stalled.compareAndSet(true, false)) {
            return;
        }
        if (open.eventLoop().inEventLoop()) {
            read(open);
        } else if (!open.eventLoop().isShuttingDown()) {
            open.eventLoop().execute(() -> read(open));
        }
    }

    /**
     * The native transport fails reads after the end of the input, also after one that the program does not know of
     * yet. Transport thread.
     */
    private void read(DuplexChannel open) {
        if (!started) {
            started = true;
            replay(open);
        }
        if (!inputEnded && !endedEarly && open.isActive()) {
            open.read();
        }
    }

    /**
     * A peer that ends at once is read by the native transport before anybody asked: what it sent waits until the
     * program reads, since a parser may come in front before. At most what the kernel held. Transport thread.
     */
    void keepForLater(byte[] bytes) {
        early.add(bytes);
    }

    /** Has the program's first read come here, behind the parser that it may have asked for? Transport thread. */
    boolean started() {
        return started;
    }

    private void replay(DuplexChannel open) {
        for (byte[] bytes : early) {
            open.pipeline().fireChannelRead(Unpooled.wrappedBuffer(bytes));
        }
        if (!early.isEmpty()) {
            open.pipeline().fireChannelReadComplete();
            early.clear();
        }
        if (endedEarly) {
            open.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        }
    }

    void inputEnded() {
        if (!started) {
            endedEarly = true;
            return;
        }
        tell(Signal.END);
        inputEnded = true;
        settle();
    }

    /** One writer: the transport thread. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void received(int count) {
        received += count;
        network.meter().bytesIn(count);
    }

    /** Bytes that have come from the peer. Any thread. */
    public long bytesRead() {
        return received;
    }

    void add(NetEvent event) {
        inbound.add(event);
    }

    void addHead(RequestHead head) {
        network.meter().request();
        unanswered.incrementAndGet();
        unpublishedHeads++;
        inbound.add(head);
    }

    /** Marks a head that waits here as a whole message; false if it has gone to the program. */
    boolean complete(RequestHead head) {
        return inbound.replaceLast(
                head, new RequestHead(head.flags() | HeadFlags.COMPLETE, head.method(), head.target(), head.fields()));
    }

    /** A state that may not be shed. */
    void tell(NetEvent event) {
        inbound.add(event);
        inbound.publish(true);
    }

    void readCompleted() {
        if (!inbound.publish(false)) {
            shed();
            return;
        }
        unpublishedHeads = 0;
        stalled.set(true);
        if (started && inbound.weight() < Math.min(READ_AHEAD, network.socketBufferBytes())) {
            resume();
        }
    }

    /** The loop takes no more: a client that waits for its first answer gets one, others wait. */
    private void shed() {
        DuplexChannel open = Objects.requireNonNull(channel);
        if (!open
                .isOpen()) { // its end is told past the bound, with all that waits; a loop that has ended takes nothing
            return;
        }
        if (unpublishedHeads > 0 && unanswered.get() == unpublishedHeads) {
            reading = false;
            inbound.clear();
            open.writeAndFlush(Unpooled.wrappedBuffer(OVERLOADED)).addListener(ChannelFutureListener.CLOSE);
            return;
        }
        open.eventLoop().schedule(this::readCompleted, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }

    // ---- writing

    /** How many bytes {@link #write} takes now. */
    public int room() {
        OutboundQueue queue = outbound;
        return queue == null || closing ? 0 : queue.room();
    }

    /** Queues bytes; false asks to wait for {@link Signal#DRAINED}. */
    public boolean write(byte[] bytes) {
        OutboundQueue queue = outbound;
        return queue == null || closing || queue.add(bytes);
    }

    /** True if {@link Signal#DRAINED} will come. */
    public boolean awaitDrain() {
        OutboundQueue queue = outbound;
        return queue != null && queue.awaitDrain();
    }

    void sent(long count) {
        network.meter().bytesOut(count);
    }

    /** One request of the program's has its whole answer. */
    public void answered() {
        unanswered.decrementAndGet();
    }

    /** Says to the peer that nothing follows, after what is queued; {@link Signal#SHUT_DOWN} tells. */
    public void shutdown() {
        OutboundQueue queue = outbound;
        DuplexChannel open = channel;
        if (queue == null || open == null) {
            tell(Signal.SHUT_DOWN);
            return;
        }
        shuttingDown = true;
        queue.afterWrites(() -> open.shutdownOutput().addListener(done -> {
            tell(Signal.SHUT_DOWN);
            shuttingDown = false;
            settle();
        }));
    }

    // ---- parser

    /** Puts a request parser in front; bytes that came before go to it. */
    public void parseRequests(int headBytes, byte[] before) {
        parse(new RequestDecoder(this, headBytes), before);
    }

    /** Puts a response parser in front. */
    public void parseResponses(int headBytes) {
        parse(new ResponseDecoder(this, headBytes), new byte[0]);
    }

    /** Says what the next response answers. */
    public void asks(String method) {
        asked = method;
    }

    boolean asked(String method) {
        return method.equals(asked);
    }

    private void parse(ChannelHandler decoder, byte[] before) {
        DuplexChannel open = channel;
        if (open == null) {
            return;
        }
        parser = decoder;
        open.eventLoop().execute(() -> {
            open.pipeline().addFirst(decoder);
            if (before.length > 0) {
                open.pipeline().fireChannelRead(Unpooled.wrappedBuffer(before));
                open.pipeline().fireChannelReadComplete();
            }
        });
    }

    boolean parsing() {
        return parser != null;
    }

    /** Takes the parser away; bytes that it has not read come as they are. Transport thread. */
    void detachParser() {
        ChannelHandler installed = parser;
        Channel open = channel;
        if (installed != null && open != null) {
            parser = null;
            if (open.pipeline().context(installed) != null) { // a closed channel has let go of it
                open.pipeline().remove(installed);
            }
        }
    }

    /** Takes the parser away between two messages. Loop thread. */
    public void parseNothing() {
        DuplexChannel open = channel;
        if (open != null && parser != null) {
            open.eventLoop().execute(this::detachParser);
        }
    }

    // ---- options and state

    public void noDelay(boolean on) {
        option(ChannelOption.TCP_NODELAY, on);
    }

    public void keepAlive(boolean on) {
        option(ChannelOption.SO_KEEPALIVE, on);
    }

    private <T> void option(ChannelOption<T> name, T value) {
        DuplexChannel open = channel;
        if (open != null && open.isOpen()) {
            open.config().setOption(name, value);
        }
    }

    public Optional<InetSocketAddress> local() {
        DuplexChannel open = channel;
        return open == null ? Optional.empty() : internet(open.localAddress());
    }

    public Optional<InetSocketAddress> remote() {
        DuplexChannel open = channel;
        return open == null ? Optional.empty() : internet(open.remoteAddress());
    }

    private static Optional<InetSocketAddress> internet(@Nullable SocketAddress address) {
        return address instanceof InetSocketAddress known ? Optional.of(known) : Optional.empty();
    }

    /** Bytes that wait to leave. Any thread. */
    public long queuedBytes() {
        OutboundQueue queue = outbound;
        return queue == null ? 0 : queue.queued();
    }

    public void ref() {
        liveness.ref();
    }

    public void unref() {
        liveness.unref();
    }

    // ---- ending

    void fail(Throwable cause, String syscall) {
        tell(new Failure(ErrorCodes.of(cause), syscall, "", 0));
        close();
    }

    /** The channel has closed. Transport thread. */
    void gone() {
        if (gone.compareAndSet(false, true)) {
            liveness.end();
            ResourceScope.Registration held = registration;
            if (held != null) {
                held.release();
            }
            if (counted) {
                network.closed();
            }
            tell(Signal.CLOSED);
        }
    }

    /** Closes with a reset instead of an orderly end. */
    public void reset() {
        option(ChannelOption.SO_LINGER, 0);
        close();
    }

    /** Writes what the peer's window takes at once, and closes. Any thread; idempotent. */
    @Override
    public void close() {
        closing = true;
        settle();
        DuplexChannel open = channel;
        OutboundQueue queue = outbound;
        Channel candidate = attempt;
        if (open == null || queue == null) {
            if (candidate != null) {
                candidate.close();
            }
            gone();
            return;
        }
        if (open.eventLoop().isShuttingDown()) {
            open.close();
        } else {
            open.eventLoop().execute(() -> {
                queue.flush();
                open.close();
            });
        }
    }
}
