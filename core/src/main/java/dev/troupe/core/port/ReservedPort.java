package dev.troupe.core.port;

import dev.troupe.core.ActorPort;
import dev.troupe.core.PortSpec;
import dev.troupe.core.Protocol;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One port number, held by a socket that is bound and never listens: the system gives the number to nobody else, while
 * the program's listener can bind it too, both with {@code SO_REUSEADDR} (socket(7)). A datagram socket would receive,
 * so it steps aside while the program's own is bound. A port behind the gateway holds no socket. Any thread; owned by
 * one actor, released when that is gone.
 */
public final class ReservedPort implements Closeable {
    private final PortSpec spec;
    private final InetSocketAddress address;
    private final @Nullable URI gateway;
    private @Nullable Closeable holder;
    private boolean closed;

    private ReservedPort(PortSpec spec, InetSocketAddress address, @Nullable Closeable holder, @Nullable URI gateway) {
        this.spec = spec;
        this.address = address;
        this.holder = holder;
        this.gateway = gateway;
    }

    static ReservedPort hold(PortSpec spec, InetAddress host, int number) throws IOException {
        if (spec.protocol() == Protocol.UDP) {
            DatagramSocket socket = datagram(new InetSocketAddress(host, number));
            return new ReservedPort(spec, new InetSocketAddress(host, socket.getLocalPort()), socket, null);
        }
        Socket socket = new Socket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, number));
            return new ReservedPort(spec, new InetSocketAddress(host, socket.getLocalPort()), socket, null);
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    static ReservedPort unheld(PortSpec spec, InetAddress host, int number) {
        return new ReservedPort(spec, new InetSocketAddress(host, number), null, null);
    }

    /** @param gateway how a client connects */
    static ReservedPort guarded(PortSpec spec, InetAddress host, int number, URI gateway) {
        return new ReservedPort(spec, new InetSocketAddress(host, number), null, gateway);
    }

    private static DatagramSocket datagram(InetSocketAddress at) throws SocketException {
        return new DatagramSocket(at);
    }

    /** What was declared. */
    public PortSpec spec() {
        return spec;
    }

    /** Does the gateway hand its connections over inside the JVM? */
    boolean isGuarded() {
        return gateway != null;
    }

    /** Where the program's listener is to be bound. */
    public InetSocketAddress address() {
        return address;
    }

    /** The number. */
    public int number() {
        return address.getPort();
    }

    /** The program is about to bind. */
    synchronized void stepAside() {
        if (spec.protocol() == Protocol.UDP) {
            drop();
        }
    }

    /** The program's listener is closed. */
    synchronized void stepBack() {
        if (spec.protocol() == Protocol.UDP && holder == null && !closed) {
            try {
                holder = datagram(address);
            } catch (SocketException taken) {
                holder = null; // another process was faster; the program will get EADDRINUSE, which is the truth
            }
        }
    }

    private void drop() {
        Closeable held = holder;
        holder = null;
        if (held != null) {
            try {
                held.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        drop();
    }

    ActorPort describe() {
        URI url = gateway == null ? URI.create(scheme() + "://" + reachableHost() + ":" + number()) : gateway;
        return new ActorPort(spec, address, url);
    }

    /** The host has no TLS of its own, so https means http and tcp_tls means tcp, and the URL says so. */
    private String scheme() {
        return switch (spec.protocol()) {
            case HTTP, HTTPS -> "http";
            case TCP, TCP_TLS -> "tcp";
            case UDP -> "udp";
        };
    }

    private String reachableHost() {
        InetAddress host = address.getAddress();
        InetAddress reachable = host.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : host;
        String text = reachable.getHostAddress();
        int zone = text.indexOf('%');
        String literal = zone < 0 ? text : text.substring(0, zone);
        return reachable instanceof Inet6Address ? "[" + literal + "]" : literal;
    }
}
