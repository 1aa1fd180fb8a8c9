package dev.troupe.node.netty.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.ChannelInputShutdownReadComplete;
import io.netty.channel.socket.DuplexChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection inside the JVM that behaves as a TCP socket does: a bounded number of bytes is under way, the
 * rest waits with the writer, whose promises and writability tell the truth; either direction ends by itself, and a
 * close that throws bytes away is a reset. Made in pairs by {@link #pair}; both ends belong to one event loop, which
 * alone touches them. It ends when it is closed; the other end reads what was on its way before it is told.
 */
@SuppressWarnings("FutureReturnValueIgnored") // of two steps the second tells
public final class PipeChannel extends AbstractChannel implements DuplexChannel {
    /** Bytes under way in one direction, as much as a socket's buffer: the peer is busy while more are fetched. */
    static final int CAPACITY = 64 << 10;

    private static final ChannelMetadata METADATA = new ChannelMetadata(false);

    private final PipeConfig config = new PipeConfig(this);
    private final InetSocketAddress local;
    private final InetSocketAddress remote;
    private final Queue<ByteBuf> inbound = new ArrayDeque<>(4);
    private @Nullable PipeChannel other;
    private int inboundBytes;
    /** Somebody asked to read and was told nothing yet. */
    private boolean reading;
    /** A task that tells is on its way. */
    private boolean delivering;
    /** The writer waits for room with the peer. */
    private boolean full;
    /** The peer sends no more. */
    private boolean ended;

    private boolean endTold;
    private volatile boolean open = true;
    private volatile boolean inputShutdown;
    private volatile boolean outputShutdown;

    private PipeChannel(InetSocketAddress local, InetSocketAddress remote) {
        super(null);
        this.local = local;
        this.remote = remote;
    }

    /**
     * Two ends; both are to be registered with the same event loop before anything is written.
     *
     * @param near the address of the end that is returned
     * @param far the address of the other one, which is its {@link #peer}
     */
    static PipeChannel pair(InetSocketAddress near, InetSocketAddress far) {
        PipeChannel one = new PipeChannel(near, far);
        PipeChannel two = new PipeChannel(far, near);
        one.other = two;
        two.other = one;
        return one;
    }

    PipeChannel peer() {
        return Objects.requireNonNull(other);
    }

    // ---- writing

    @Override
    protected Object filterOutboundMessage(Object message) {
        if (message instanceof ByteBuf) {
            return message;
        }
        throw new UnsupportedOperationException("A pipe carries bytes, not " + message.getClass());
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer out) throws IOException {
        PipeChannel to = peer();
        while (out.current() instanceof ByteBuf bytes) {
            int length = bytes.readableBytes();
            if (length > 0 && (!to.open || to.inputShutdown)) {
                throw new IOException("Broken pipe");
            }
            int taken = Math.min(length, CAPACITY - to.inboundBytes);
            if (taken > 0) {
                to.offer(bytes.readRetainedSlice(taken));
                out.progress(taken);
            }
            if (taken < length) {
                full = true;
                return;
            }
            out.remove();
        }
    }

    private void offer(ByteBuf bytes) {
        inbound.add(bytes);
        inboundBytes += bytes.readableBytes();
        readable();
    }

    /** The peer has read, or is gone: goes on writing. */
    private void roomAgain() {
        if (full && open) {
            full = false;
            ((PipeUnsafe) unsafe()).resume();
        }
    }

    @Override
    protected void doShutdownOutput() {
        outputShutdown = true;
        peer().inputEnds();
    }

    // ---- reading

    @Override
    protected void doBeginRead() {
        reading = true;
        readable();
    }

    void readNoMore() {
        reading = false;
    }

    private void inputEnds() {
        ended = true;
        readable();
    }

    /** By a task of its own, so that neither end runs within the other's call. */
    private void readable() {
        if (canDeliver() && !delivering) {
            delivering = true;
            eventLoop().execute(this::deliver);
        }
    }

    private boolean canDeliver() {
        return open && reading && (!inbound.isEmpty() || ended && !endTold);
    }

    private void deliver() {
        delivering = false;
        if (!canDeliver()) { // the delivery before took what this one came for, and the next bytes are still to be read
            return;
        }
        reading = false;
        boolean any = false;
        for (ByteBuf bytes = inbound.poll(); bytes != null; bytes = inbound.poll()) {
            inboundBytes -= bytes.readableBytes();
            any = true;
            pipeline().fireChannelRead(bytes);
        }
        if (any) {
            pipeline().fireChannelReadComplete();
            peer().roomAgain();
        }
        if (open && ended && !endTold && inbound.isEmpty()) {
            tellEnd();
        }
    }

    private void tellEnd() {
        endTold = true;
        inputShutdown = true;
        if (config.halfClosure()) {
            pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
            pipeline().fireUserEventTriggered(ChannelInputShutdownReadComplete.INSTANCE);
        } else {
            unsafe().close(voidPromise());
        }
    }

    // ---- ending

    @Override
    protected void doClose() {
        open = false;
        inputShutdown = true;
        outputShutdown = true;
        boolean lost = !inbound.isEmpty();
        discard();
        PipeChannel to = peer();
        if (!to.open || !to.isRegistered()) {
            return;
        }
        if (lost || config.resets()) {
            to.eventLoop().execute(to::reset);
        } else {
            to.inputEnds();
        }
    }

    private void reset() {
        if (open) {
            discard();
            pipeline().fireExceptionCaught(new SocketException("Connection reset"));
            unsafe().close(voidPromise());
        }
    }

    private void discard() {
        for (ByteBuf bytes = inbound.poll(); bytes != null; bytes = inbound.poll()) {
            bytes.release();
        }
        inboundBytes = 0;
    }

    @Override
    protected void doDisconnect() {
        doClose();
    }

    @Override
    public boolean isInputShutdown() {
        return inputShutdown;
    }

    @Override
    public ChannelFuture shutdownInput() {
        return shutdownInput(newPromise());
    }

    @Override
    public ChannelFuture shutdownInput(ChannelPromise promise) {
        return onLoop(
                () -> {
                    inputShutdown = true;
                    discard();
                    peer().roomAgain();
                    promise.trySuccess();
                },
                promise);
    }

    @Override
    public boolean isOutputShutdown() {
        return outputShutdown;
    }

    @Override
    public ChannelFuture shutdownOutput() {
        return shutdownOutput(newPromise());
    }

    @Override
    public ChannelFuture shutdownOutput(ChannelPromise promise) {
        return onLoop(() -> ((AbstractUnsafe) unsafe()).shutdownOutput(promise), promise);
    }

    @Override
    public boolean isShutdown() {
        return inputShutdown && outputShutdown;
    }

    @Override
    public ChannelFuture shutdown() {
        return shutdown(newPromise());
    }

    @Override
    public ChannelFuture shutdown(ChannelPromise promise) {
        shutdownInput();
        return shutdownOutput(promise);
    }

    private ChannelPromise onLoop(Runnable step, ChannelPromise promise) {
        if (eventLoop().inEventLoop()) {
            step.run();
        } else {
            eventLoop().execute(step);
        }
        return promise;
    }

    // ---- what it is

    @Override
    public ChannelConfig config() {
        return config;
    }

    @Override
    public ChannelMetadata metadata() {
        return METADATA;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean isActive() {
        return open;
    }

    @Override
    protected boolean isCompatible(EventLoop loop) {
        return loop instanceof SingleThreadEventLoop;
    }

    @Override
    protected InetSocketAddress localAddress0() {
        return local;
    }

    @Override
    protected InetSocketAddress remoteAddress0() {
        return remote;
    }

    @Override
    protected void doBind(SocketAddress address) {
        throw new UnsupportedOperationException("A pipe is bound from its birth.");
    }

    @Override
    protected AbstractUnsafe newUnsafe() {
        return new PipeUnsafe();
    }

    private final class PipeUnsafe extends AbstractUnsafe {
        @Override
        public void connect(SocketAddress to, SocketAddress from, ChannelPromise promise) {
            promise.setFailure(new UnsupportedOperationException("A pipe is connected from its birth."));
        }

        void resume() {
            super.flush0();
        }
    }
}
