package dev.troupe.server.gateway;

import dev.troupe.core.ActorHost;
import dev.troupe.core.GatewayAddress;
import dev.troupe.node.netty.transport.TransportThreads;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.NetUtil;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One port for the HTTP ports of all actors of a host. It is bound before the host is made, as the host tells actors
 * their addresses; until {@link #open} clients wait in the kernel's queue. Owned by whoever bound it, any thread; it
 * ends with {@link #close}, which lets running requests finish.
 *
 * <pre>{@code
 * try (Gateway gateway = Gateway.bind(GatewayOptions.local());
 *         ActorHost host = ActorHost.builder().gateway(gateway.endpoints()).build()) {
 *     gateway.open(host, new PrivateGate(token), gateway.names());
 *     …
 * }
 * }</pre>
 */
@SuppressWarnings("FutureReturnValueIgnored") // a connection that closes is not waited for
public final class Gateway implements AutoCloseable {
    private static final int BACKLOG = 4_096;
    private static final int READS_IN_A_ROW = 1;

    private final GatewayOptions options;
    private final TransportThreads threads;
    private final ServerSocketChannel listener;
    private final ChannelGroup clients;
    private final AtomicInteger connections = new AtomicInteger();
    private final Visits visits = new Visits();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final @Nullable SslContext tls;
    private volatile @Nullable Site site;

    private Gateway(
            GatewayOptions options, TransportThreads threads, ServerSocketChannel listener, @Nullable SslContext tls) {
        this.options = options;
        this.tls = tls;
        this.threads = threads;
        this.listener = listener;
        clients = new DefaultChannelGroup(threads.group().next(), true);
    }

    /**
     * Binds, and serves nobody yet.
     *
     * @throws IOException if the address cannot be had, or the certificate cannot be used
     */
    public static Gateway bind(GatewayOptions options) throws IOException {
        TransportThreads threads = TransportThreads.acquire();
        try {
            SslContext tls = options.certificate().isPresent()
                    ? options.certificate().get().context()
                    : null;
            return new Gateway(options, threads, threads.listen(options.address(), BACKLOG), tls);
        } catch (IOException | RuntimeException failure) {
            threads.release();
            throw new IOException("Cannot listen at " + options.address() + ": " + failure.getMessage(), failure);
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return Objects.requireNonNull(listener.localAddress());
    }

    /** What clients call it: for the host, which tells actors and clients their URLs. */
    public GatewayAddress endpoints() {
        return new GatewayAddress(options.url().orElseGet(this::ownUrl), options.domain());
    }

    private URI ownUrl() {
        InetAddress bound = address().getAddress();
        InetAddress reachable = bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound;
        String text = NetUtil.toAddressString(reachable);
        String host = reachable instanceof Inet6Address ? "[" + text + "]" : text;
        return URI.create(
                (tls == null ? "http://" : "https://") + host + ":" + address().getPort());
    }

    /** The names that every port has without a route. */
    public Destinations names() {
        return new ActorEndpoints(options.domain());
    }

    /**
     * Serves. Once.
     *
     * @param host whose actors are reached; it was made with {@link #endpoints}
     * @param gate who may come in
     * @param destinations whom a request means; {@link #names}, perhaps behind routes
     */
    public void open(ActorHost host, Gate gate, Destinations destinations) {
        Site opened = new Site(host, gate, destinations, options, visits);
        site = opened;
        new ServerBootstrap()
                .group(threads.group())
                .channelFactory(() -> listener)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new AdaptiveRecvByteBufAllocator().maxMessagesPerRead(READS_IN_A_ROW))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel client) {
                        admit(client, opened);
                    }
                })
                .register();
    }

    private void admit(SocketChannel client, Site opened) {
        if (connections.incrementAndGet() >= options.connections()) {
            listener.config().setAutoRead(false);
        }
        client.closeFuture().addListener(gone -> {
            if (connections.getAndDecrement() == options.connections() && !draining.get()) {
                listener.config().setAutoRead(true);
            }
        });
        clients.add(client);
        if (draining.get()) {
            client.close();
            return;
        }
        SslContext secured = tls;
        if (secured == null) {
            Protocols.http1(client.pipeline(), opened, false);
        } else {
            SslHandler handler = secured.newHandler(client.alloc());
            handler.setHandshakeTimeoutMillis(options.patience().head().toMillis());
            client.pipeline().addLast(handler, new Protocols(opened));
        }
    }

    /**
     * Takes no more connections; running requests finish, and each is the last of its connection. Returns at once;
     * idempotent.
     */
    public void drain() {
        if (draining.compareAndSet(false, true)) {
            closeListener();
            for (Channel client : clients) {
                client.eventLoop().execute(() -> client.pipeline().fireUserEventTriggered(ClientHandler.Drain.NOW));
            }
        }
    }

    private void closeListener() {
        if (site == null) { // without a thread it can only be closed as it was opened
            listener.unsafe().closeForcibly();
        } else {
            listener.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
        }
    }

    /** Open connections of clients. */
    public int connections() {
        return connections.get();
    }

    /** Requests under way, each WebSocket counting as one. */
    public int requests() {
        return visits.count();
    }

    /** {@link #drain}, then waits for running requests at most as long as {@link Patience#drain}, and cuts the rest. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        drain();
        clients.newCloseFuture().awaitUninterruptibly(options.patience().drain().toMillis(), TimeUnit.MILLISECONDS);
        clients.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
        threads.release();
    }
}
