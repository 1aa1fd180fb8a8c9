package dev.troupe.server.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Listens at one address and lets an {@link Endpoint} answer. Owned by whoever opened it; any thread; it ends with
 * {@link #close}, which closes the connections too.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a connection that closes is not waited for
public final class HttpServer implements AutoCloseable {
    /** Open connections; one more is closed at once. */
    private static final int CONNECTIONS = 4_096;
    /** A connection on which nothing happens, no answer being under way, is closed. */
    private static final int IDLE_SECONDS = 60;

    private final Channel listener;
    private final io.netty.channel.group.ChannelGroup connections;

    private HttpServer(Channel listener, io.netty.channel.group.ChannelGroup connections) {
        this.listener = listener;
        this.connections = connections;
    }

    /**
     * Listens.
     *
     * @param address port 0 picks a free one
     */
    public static HttpServer open(InetSocketAddress address, ServerThreads threads, Endpoint endpoint)
            throws IOException {
        AtomicInteger open = new AtomicInteger();
        var group =
                new io.netty.channel.group.DefaultChannelGroup(threads.sockets().next(), true);
        ChannelFuture bound = new ServerBootstrap()
                .group(threads.sockets())
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.closeFuture().addListener(closed -> open.decrementAndGet());
                        if (open.incrementAndGet() > CONNECTIONS) {
                            channel.close();
                            return;
                        }
                        group.add(channel);
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new FlowControlHandler())
                                .addLast(new IdleStateHandler(0, 0, IDLE_SECONDS, TimeUnit.SECONDS))
                                .addLast(new Connection(endpoint, threads.calls()));
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(
                    "Cannot listen at " + address + ": " + bound.cause().getMessage(), bound.cause());
        }
        return new HttpServer(bound.channel(), group);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.localAddress();
    }

    @Override
    public void close() {
        listener.close().awaitUninterruptibly();
        connections.close().awaitUninterruptibly();
    }
}
