package dev.troupe.core.port;

import dev.troupe.core.ActorPort;
import dev.troupe.core.GatewayRequiredException;
import dev.troupe.core.PortSpec;
import dev.troupe.core.PortUnavailableException;
import dev.troupe.core.Protocol;
import dev.troupe.core.Routing;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The port numbers that the actors of one host hold. Owned by the host, any thread; a number is held from create until
 * the actor is gone.
 */
public final class PortReservations {
    private static final int ATTEMPTS = 16;

    private final InetAddress bindAddress;
    private final Set<String> held = new HashSet<>();

    /**
     * Holds nothing yet.
     *
     * @param bindAddress where declared ports are bound
     */
    public PortReservations(InetAddress bindAddress) {
        this.bindAddress = bindAddress;
    }

    /**
     * Reserves all of {@code specs}, or nothing.
     *
     * @throws PortUnavailableException if the system gives no port, or another actor of this host holds a fixed number
     * @throws GatewayRequiredException if one is routed through the gateway
     */
    public List<ReservedPort> reserve(List<PortSpec> specs) {
        List<ReservedPort> reserved = new ArrayList<>(specs.size());
        try {
            for (PortSpec spec : specs) {
                reserved.add(reserve(spec));
            }
            return List.copyOf(reserved);
        } catch (RuntimeException failure) {
            release(reserved);
            throw failure;
        }
    }

    private ReservedPort reserve(PortSpec spec) {
        if (spec.routing() == Routing.GUARD) {
            throw new GatewayRequiredException("Port \"" + spec.name()
                    + "\" is routed through the gateway, and this host has none: it needs the gateway of module troupe-server;"
                    + " use Routing.HOST for a port of the host's own.");
        }
        return spec.number().isPresent() ? reserveFixed(spec, spec.number().getAsInt()) : reserveFree(spec);
    }

    private ReservedPort reserveFixed(PortSpec spec, int number) {
        if (!claim(spec.protocol(), number)) {
            throw new PortUnavailableException("Port " + number + " (\"" + spec.name()
                    + "\") is held by another actor of this host: choose another number, or none for a free one.");
        }
        try {
            return ReservedPort.hold(spec, bindAddress, number);
        } catch (IOException inUse) {
            // Somebody else listens there. The program learns it as it would in Node: EADDRINUSE from listen().
            return ReservedPort.unheld(spec, bindAddress, number);
        }
    }

    private ReservedPort reserveFree(PortSpec spec) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                ReservedPort port = ReservedPort.hold(spec, bindAddress, 0);
                if (claim(spec.protocol(), port.number())) {
                    return port;
                }
                port.close();
            } catch (IOException failure) {
                throw new PortUnavailableException("No free port for \"" + spec.name() + "\" at "
                        + bindAddress.getHostAddress() + ": " + failure.getMessage()
                        + ". Check the host's bindAddress and its limit of open files.");
            }
        }
        throw new PortUnavailableException(
                "No free port for \"" + spec.name() + "\": every number the system offered is held by an actor.");
    }

    /** Gives {@code ports} back. */
    public void release(List<ReservedPort> ports) {
        for (ReservedPort port : ports) {
            port.close();
            synchronized (held) {
                held.remove(key(port.spec().protocol(), port.number()));
            }
        }
    }

    private boolean claim(Protocol protocol, int number) {
        synchronized (held) {
            return held.add(key(protocol, number));
        }
    }

    private static String key(Protocol protocol, int number) {
        return (protocol == Protocol.UDP ? "udp:" : "tcp:") + number;
    }

    /** The same ports as the program and its clients see them. */
    public static List<ActorPort> describe(List<ReservedPort> ports) {
        return ports.stream().map(ReservedPort::describe).toList();
    }
}
