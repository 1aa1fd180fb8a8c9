package dev.troupe.node.netty;

import dev.troupe.core.spi.Ports;
import dev.troupe.core.spi.ResourceScope;
import dev.troupe.node.netty.transport.GuardedPort;
import dev.troupe.node.netty.transport.GuardedPorts;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One listening socket of an actor, or a port behind the gateway, which has none. Owned by the program's server handle,
 * opened on the loop; connections come in on a transport thread and are told on the loop. It ends by {@link #close}, on
 * any thread; what it accepted lives on.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write or close ends in the channel's close, which is told
public final class Listener implements AutoCloseable {
    private static final int READS_IN_A_ROW = 4;

    private final Network network;
    private final Ports.Listening permit;
    private final Consumer<Connection> accepted;
    private final Runnable ended;
    private final Liveness liveness;
    private final AtomicBoolean closed = new AtomicBoolean();
    /** The channel has its thread: without one it cannot be closed. */
    private volatile boolean registered;

    private @Nullable Channel channel;
    private @Nullable GuardedPort guarded;
    private ResourceScope.@Nullable Registration registration;

    private Listener(Network network, Ports.Listening permit, Consumer<Connection> accepted, Runnable ended) {
        this.network = network;
        this.permit = permit;
        this.accepted = accepted;
        this.ended = ended;
        liveness = new Liveness(network.loop());
    }

    /**
     * Binds and listens before it returns: {@code server.address()} must answer in the same turn. Loop thread.
     *
     * @param accepted gets each connection, on the loop
     * @param ended runs on the loop when the socket is gone
     * @throws BindFailure if the address cannot be had
     */
    public static Listener open(
            Network network, Ports.Listening permit, int backlog, Consumer<Connection> accepted, Runnable ended) {
        Listener listener = new Listener(network, permit, accepted, ended);
        if (permit.guarded().isPresent()) {
            listener.guard(permit.guarded().get(), backlog);
        } else {
            listener.bind(backlog);
        }
        return listener;
    }

    private void guard(String name, int backlog) {
        GuardedPort port = new GuardedPort(
                network.actor().context().id(),
                name,
                permit.address(),
                backlog,
                network.actor().limits(),
                this::handedOver);
        guarded = port;
        if (!GuardedPorts.open(port)) {
            guarded = null;
            throw failed("EADDRINUSE");
        }
        listens();
    }

    private void bind(int backlog) {
        if (permit.address().isUnresolved()) {
            throw failed("ENOTFOUND");
        }
        ServerSocketChannel bound;
        try {
            bound = network.threads().listen(permit.address(), backlog);
        } catch (IOException | RuntimeException failure) {
            throw failed(ErrorCodes.of(failure));
        }
        channel = bound;
        bound.closeFuture().addListener(done -> gone());
        try {
            listens();
        } finally {
            acceptOn(bound);
        }
    }

    private BindFailure failed(String code) {
        permit.closed();
        InetSocketAddress address = permit.address();
        return new BindFailure(
                code,
                address.isUnresolved()
                        ? address.getHostString()
                        : address.getAddress().getHostAddress());
    }

    private void listens() {
        liveness.active(true);
        network.add(this);
        permit.onStop(this::close);
        permit.bound(local());
        registration = network.register(this);
    }

    /** After all else, as it wakes a transport thread; whoever connects before waits in the kernel's queue. */
    private void acceptOn(ServerSocketChannel bound) {
        new ServerBootstrap()
                .group(network.threads().group())
                .channelFactory(() -> bound)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new AdaptiveRecvByteBufAllocator().maxMessagesPerRead(READS_IN_A_ROW))
                .childHandler(new Acceptor(this))
                .register();
        registered = true;
        if (closed.get()) {
            bound.close();
        }
    }

    /** A connection whose channel is being set up. Transport thread. */
    private void accepted(SocketChannel child) {
        accept(child, () -> {});
    }

    /** A connection from within the JVM. Transport thread. */
    private GuardedPort.Outcome handedOver(DuplexChannel child) {
        GuardedPort port = guarded;
        return port == null ? GuardedPort.Outcome.CLOSED : accept(child, port::taken);
    }

    private GuardedPort.Outcome accept(DuplexChannel child, Runnable taken) {
        if (!network.admit()) {
            child.close();
            return GuardedPort.Outcome.FULL;
        }
        Connection connection = new Connection(network);
        connection.counted();
        connection.begin();
        connection.attach(child);
        boolean posted = !closed.get()
                && network.loop().post(() -> {
                    taken.run();
                    accepted.accept(connection);
                });
        if (!posted) {
            connection.reset();
            return closed.get() ? GuardedPort.Outcome.CLOSED : GuardedPort.Outcome.BUSY;
        }
        return GuardedPort.Outcome.ACCEPTED;
    }

    /** The address that is bound. */
    public InetSocketAddress local() {
        Channel bound = channel;
        if (bound != null && bound.localAddress() instanceof InetSocketAddress address) {
            return address;
        }
        return permit.address();
    }

    void accepting(boolean on) {
        Channel bound = channel;
        if (bound != null) {
            bound.config().setAutoRead(on);
        }
    }

    public void ref() {
        liveness.ref();
    }

    public void unref() {
        liveness.unref();
    }

    private void gone() {
        liveness.end();
        network.remove(this);
        permit.closed();
        network.loop().postAlways(ended);
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        ResourceScope.Registration held = registration;
        if (held != null) {
            held.release();
        }
        Channel bound = channel;
        if (bound != null && registered) { // else whoever registers it closes it
            bound.close();
        }
        GuardedPort port = guarded;
        if (port != null) {
            port.close();
            gone();
        }
    }

    /** The address cannot be had. */
    public static final class BindFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String address;

        BindFailure(String code, String address) {
            super(code);
            this.address = address;
        }

        /** The address that was asked for. */
        public String address() {
            return address;
        }

        /** Node's code. */
        public String code() {
            return String.valueOf(getMessage());
        }
    }

    /** Sets accepted channels up before they read. */
    private static final class Acceptor extends ChannelInitializer<SocketChannel> {
        private final Listener listener;

        Acceptor(Listener listener) {
            this.listener = listener;
        }

        @Override
        protected void initChannel(SocketChannel child) {
            listener.accepted(child);
        }
    }
}
