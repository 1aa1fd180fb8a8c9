package dev.troupe.node.netty;

import dev.troupe.node.netty.NetEvent.Failure;
import dev.troupe.node.netty.NetEvent.Resolved;
import dev.troupe.node.netty.NetEvent.Signal;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Opens one client connection: looks the name up, asks the permissions about each address that would really be
 * connected, and tries them in turn. Owned by its connection; it starts on the loop, looks up on the blocking pool and
 * connects on a transport thread. It ends with {@link Signal#CONNECTED} or a failure.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write or close ends in the channel's close, which is told
public final class Connector {
    private final Network network;
    private final Connection connection;
    private final String host;
    private final int port;
    private final int family;
    private final @Nullable InetSocketAddress local;
    private final Deque<InetAddress> addresses = new ArrayDeque<>();

    private Connector(
            Network network,
            Connection connection,
            String host,
            int port,
            int family,
            @Nullable InetSocketAddress local) {
        this.network = network;
        this.connection = connection;
        this.host = host;
        this.port = port;
        this.family = family;
        this.local = local;
    }

    /**
     * Starts to connect. Loop thread.
     *
     * @param family 4, 6, or 0 for both
     * @param localAddress the address to connect from; empty for any
     */
    public static Connection connect(
            Network network, String host, int port, int family, String localAddress, int localPort) {
        Connection connection = new Connection(network);
        InetSocketAddress local = null;
        if (!localAddress.isEmpty() || localPort != 0) {
            local = localAddress.isEmpty()
                    ? new InetSocketAddress(localPort)
                    : new InetSocketAddress(NetUtil.createInetAddressFromIpAddressString(localAddress), localPort);
        }
        new Connector(network, connection, host, port, family, local).start();
        return connection;
    }

    private void start() {
        connection.begin();
        if (!network.admit()) {
            fail("EMFILE", "connect", host);
            return;
        }
        connection.counted();
        InetAddress literal = NetUtil.createInetAddressFromIpAddressString(host);
        if (literal != null) {
            addresses.add(literal);
            next("EACCES", host);
            return;
        }
        try {
            network.actor().blocking().execute(this::lookUp);
        } catch (RejectedExecutionException full) {
            fail("EAI_AGAIN", "getaddrinfo", host);
        }
    }

    private void lookUp() {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                int kind = address instanceof Inet6Address ? 6 : 4;
                if (family == 0 || family == kind) {
                    addresses.add(address);
                }
            }
        } catch (UnknownHostException unknown) {
            fail("ENOTFOUND", "getaddrinfo", host);
            return;
        }
        InetAddress first = addresses.peek();
        if (first == null) {
            fail("ENOTFOUND", "getaddrinfo", host);
            return;
        }
        connection.tell(new Resolved(first.getHostAddress(), first instanceof Inet6Address ? 6 : 4, ""));
        next("EACCES", first.getHostAddress());
    }

    /** Tries the next address that is permitted; the question is about the very address that the socket gets. */
    private void next(String code, String tried) {
        while (true) {
            InetAddress address = addresses.poll();
            if (address == null) {
                fail(code, "connect", tried);
                return;
            }
            InetSocketAddress remote = new InetSocketAddress(address, port);
            if (network.actor().permissions().mayConnect(host, remote)) {
                open(remote);
                return;
            }
        }
    }

    private void open(InetSocketAddress remote) {
        Bootstrap bootstrap = new Bootstrap()
                .group(network.threads().group())
                .channel(network.threads().clientChannel())
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator().maxMessagesPerRead(4))
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        connection.trying(channel);
                    }
                });
        ChannelFuture opening = local == null ? bootstrap.connect(remote) : bootstrap.connect(remote, local);
        opening.addListener(done -> opened(opening, remote));
    }

    private void opened(ChannelFuture opening, InetSocketAddress remote) {
        if (opening.isSuccess()) {
            connection.attach((SocketChannel) opening.channel());
            connection.tell(Signal.CONNECTED);
            connection.opened();
            return;
        }
        opening.channel().close();
        next(ErrorCodes.of(opening.cause()), remote.getAddress().getHostAddress());
    }

    private void fail(String code, String syscall, String address) {
        connection.tell(new Failure(code, syscall, address, port));
        connection.close();
    }
}
