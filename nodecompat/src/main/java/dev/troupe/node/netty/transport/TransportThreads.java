package dev.troupe.node.netty.transport;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The event-loop threads that serve the sockets of all actors of this process, and the gateway's, named
 * {@code troupe-net-N}. Made at the first socket and counted by who uses them; any thread. They end a while after the
 * last user let go.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the threads' end
public final class TransportThreads {
    /** A thread moves bytes and decodes heads, no program code; more than four wait for the carriers. */
    private static final int MOST_THREADS = 4;

    /** Seconds without a user before the threads end: actors that come one after the other share them. */
    private static final int LINGER_SECONDS = 2;

    private static @Nullable TransportThreads current;

    private final boolean epoll = Epoll.isAvailable();
    private final EventLoopGroup group;
    private int users;

    private TransportThreads() {
        int threads = Math.max(1, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors() / 2));
        group = new MultiThreadIoEventLoopGroup(
                threads, named(), epoll ? EpollHandler.factory() : NioIoHandler.newFactory());
    }

    /** The shared threads, counted for one more user. */
    public static synchronized TransportThreads acquire() {
        TransportThreads threads = current;
        if (threads == null) {
            threads = new TransportThreads();
            current = threads;
        }
        threads.users++;
        return threads;
    }

    /** Takes one {@link #acquire} back. */
    public void release() {
        synchronized (TransportThreads.class) {
            users--;
            if (users == 0) {
                group.next().schedule(this::endIfUnused, LINGER_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    private void endIfUnused() {
        synchronized (TransportThreads.class) {
            if (users == 0 && current == this) {
                current = null;
                group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            }
        }
    }

    /** The threads, for channels that {@link #listen} and {@link #clientChannel} give, and for {@link PipeChannel}s. */
    public EventLoopGroup group() {
        return group;
    }

    /**
     * A channel to register whose socket listens already: a few system calls on the caller's thread, which need not
     * wait for a transport thread to come round.
     */
    public ServerSocketChannel listen(InetSocketAddress address, int backlog) throws IOException {
        return epoll ? epollListening(address, backlog) : nioListening(address, backlog);
    }

    private static ServerSocketChannel epollListening(InetSocketAddress address, int backlog) throws IOException {
        Socket socket = Socket.newSocketStream();
        try {
            socket.setReuseAddress(true);
            socket.bind(address);
            socket.listen(backlog);
            return new EpollServerSocketChannel(socket.intValue());
        } catch (IOException | RuntimeException failure) {
            socket.close();
            throw failure;
        }
    }

    private static ServerSocketChannel nioListening(InetSocketAddress address, int backlog) throws IOException {
        java.nio.channels.ServerSocketChannel socket = java.nio.channels.ServerSocketChannel.open();
        try {
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            socket.bind(address, backlog);
            return new NioServerSocketChannel(socket);
        } catch (IOException | RuntimeException failure) {
            socket.close();
            throw failure;
        }
    }

    /** What connects to others. */
    public Class<? extends SocketChannel> clientChannel() {
        return epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    private static ThreadFactory named() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "troupe-net-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
