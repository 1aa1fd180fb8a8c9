package dev.troupe.core.port;

import dev.troupe.core.ActorId;
import dev.troupe.core.ActorPort;
import dev.troupe.core.GatewayAddress;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The port numbers that the actors of one host hold. Owned by the host, any thread; a number is held from create until
 * the actor is gone. A port behind the gateway takes none of the system's: its number only tells the actor's own ports
 * apart.
 */
public final class PortReservations {
    private static final int ATTEMPTS = 16;
    /** Above what systems give out as free, so that a program hardly ever means a real port of this number. */
    private static final int FIRST_GUARDED = 61_000;

    private final InetAddress bindAddress;
    private final Optional<GatewayAddress> gateway;
    private final Set<String> held = new HashSet<>();

    /**
     * Holds nothing yet.
     *
     * @param bindAddress where declared ports are bound
     * @param gateway where ports that it serves are reached
     */
    public PortReservations(InetAddress bindAddress, Optional<GatewayAddress> gateway) {
        this.bindAddress = bindAddress;
        this.gateway = gateway;
    }

    /**
     * Reserves all of {@code specs} for {@code actor}, or nothing.
     *
     * @throws PortUnavailableException if the system gives no port, or another actor of this host holds a fixed number
     * @throws GatewayRequiredException if one is routed through the gateway, and there is none
     */
    public List<ReservedPort> reserve(ActorId actor, List<PortSpec> specs) {
        Set<Integer> own = specs.stream()
                .flatMapToInt(spec -> spec.number().stream())
                .boxed()
                .collect(Collectors.toCollection(HashSet::new));
        List<ReservedPort> reserved = new ArrayList<>(specs.size());
        try {
            for (PortSpec spec : specs) {
                reserved.add(reserve(actor, spec, own));
            }
            return List.copyOf(reserved);
        } catch (RuntimeException failure) {
            release(reserved);
            throw failure;
        }
    }

    /** @param own the numbers that the actor's other ports have, so far */
    private ReservedPort reserve(ActorId actor, PortSpec spec, Set<Integer> own) {
        if (spec.routing() == Routing.GUARD) {
            return guarded(actor, spec, own);
        }
        return spec.number().isPresent() ? reserveFixed(spec, spec.number().getAsInt()) : reserveFree(spec, own);
    }

    private ReservedPort guarded(ActorId actor, PortSpec spec, Set<Integer> own) {
        GatewayAddress reached = gateway.orElseThrow(() -> new GatewayRequiredException("Port \"" + spec.name()
                + "\" is routed through the gateway, and this host has none: it needs the gateway of module troupe-server,"
                + " and to be told of it with HostBuilder.gateway(…); use Routing.HOST for a port of the host's own."));
        int number = spec.number().orElse(FIRST_GUARDED);
        while (spec.number().isEmpty() && !own.add(number)) {
            number++; // an actor has few ports
        }
        return ReservedPort.guarded(spec, bindAddress, number, reached.path(actor, spec.name()));
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

    private ReservedPort reserveFree(PortSpec spec, Set<Integer> own) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                ReservedPort port = ReservedPort.hold(spec, bindAddress, 0);
                if (!own.contains(port.number()) && claim(spec.protocol(), port.number())) {
                    own.add(port.number());
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
            if (port.isGuarded()) {
                continue;
            }
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
