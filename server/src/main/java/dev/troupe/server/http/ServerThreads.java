package dev.troupe.server.http;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutorGroup;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of one server: few for sockets, and few for the calls of a host that wait for the disk. Owned by the
 * server; any thread; it ends with {@link #close}, which waits for what is under way.
 */
public final class ServerThreads implements AutoCloseable {
    private static final int SOCKETS = 2;
    private static final int CALLS = 8;
    /** Calls that may wait for each of the threads. */
    private static final int WAITING = 1_024;

    private final EventLoopGroup sockets = new MultiThreadIoEventLoopGroup(
            SOCKETS, new DefaultThreadFactory("troupe-server", true), NioIoHandler.newFactory());
    private final EventExecutorGroup calls = new DefaultEventExecutorGroup(
            CALLS,
            new DefaultThreadFactory("troupe-server-call", true),
            WAITING,
            io.netty.util.concurrent.RejectedExecutionHandlers.reject());

    /** Makes them; they start when there is work. */
    public ServerThreads() {}

    EventLoopGroup sockets() {
        return sockets;
    }

    /** For calls that may block. It rejects what it has no place for. */
    public Executor calls() {
        return calls;
    }

    @Override
    public void close() {
        sockets.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
        calls.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }
}
