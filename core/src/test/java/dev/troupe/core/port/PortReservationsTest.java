package dev.troupe.core.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.ActorId;
import dev.troupe.core.GatewayAddress;
import dev.troupe.core.GatewayRequiredException;
import dev.troupe.core.Permissions;
import dev.troupe.core.PortSpec;
import dev.troupe.core.PortUnavailableException;
import dev.troupe.core.Protocol;
import dev.troupe.core.Routing;
import dev.troupe.core.spi.PortDeniedException;
import dev.troupe.core.spi.Ports;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortReservationsTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final PortSpec HTTP = PortSpec.of("http", Protocol.HTTP);

    private final PortReservations reservations = new PortReservations(LOOPBACK, Optional.empty());
    private final List<ReservedPort> held = new ArrayList<>();

    @AfterEach
    void release() {
        reservations.release(held);
    }

    @Test
    void aReservedNumberCanBeListenedOnByItsActorAndByNobodyElse() throws IOException {
        ReservedPort port = reserve(HTTP);
        try (ServerSocket listener = listener(port.address())) {
            try (Socket client = new Socket(LOOPBACK, port.number());
                    Socket accepted = listener.accept()) {
                assertEquals(client.getLocalSocketAddress(), accepted.getRemoteSocketAddress());
            }
            assertThrows(BindException.class, () -> listener(port.address()).close());
        }
        // and again, after the listener was closed
        listener(port.address()).close();
    }

    @Test
    void aReservedNumberIsNotListenedOnUntilTheActorDoes() {
        ReservedPort port = reserve(HTTP);
        assertThrows(IOException.class, () -> new Socket(LOOPBACK, port.number()).close());
    }

    @Test
    void aReservedNumberIsNotGivenToWhoAsksTheSystemForAFreeOne() throws IOException {
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            assertTrue(numbers.add(reserve(HTTP).number()));
        }
        for (int i = 0; i < 500; i++) {
            try (ServerSocket other = listener(new InetSocketAddress(LOOPBACK, 0))) {
                assertFalse(numbers.contains(other.getLocalPort()));
            }
        }
    }

    @Test
    void aFixedNumberThatListensElsewhereIsFoundOutWhenTheProgramBinds() throws IOException {
        try (ServerSocket elsewhere = listener(new InetSocketAddress(LOOPBACK, 0))) {
            ReservedPort port = reserve(fixed("http", elsewhere.getLocalPort()));
            assertEquals(elsewhere.getLocalPort(), port.number());
            assertThrows(BindException.class, () -> listener(port.address()).close());
        }
    }

    @Test
    void aFixedNumberOfAnotherActorIsRefusedUntilThatIsGone() {
        ReservedPort first = reserve(HTTP);
        PortSpec same = fixed("other", first.number());
        String message = assertThrows(PortUnavailableException.class, () -> reserve(same))
                .getMessage();
        assertTrue(String.valueOf(message).contains(Integer.toString(first.number())), message);
        reservations.release(List.of(first));
        held.clear();
        assertEquals(first.number(), reserve(same).number());
    }

    @Test
    void aFailureGivesBackWhatWasReservedBeforeIt() {
        ReservedPort taken = reserve(HTTP);
        int free = freeNumber();
        PortSpec wanted = fixed("first", free);
        assertThrows(
                PortUnavailableException.class,
                () -> reservations.reserve(ActorId.random(), List.of(wanted, fixed("second", taken.number()))));
        assertEquals(free, reserve(wanted).number());
    }

    @Test
    void aPortRoutedThroughTheGatewayNeedsOne() {
        String message = assertThrows(GatewayRequiredException.class, () -> reserve(PortSpec.guarded("http")))
                .getMessage();
        assertTrue(String.valueOf(message).contains("needs the gateway"), message);
    }

    @Test
    void portsBehindTheGatewayHaveNumbersWithinTheirActorAndNoSocket() throws IOException {
        GatewayAddress gateway = new GatewayAddress(URI.create("https://gateway.test"), Optional.of("Actors.test"));
        PortReservations behind = new PortReservations(LOOPBACK, Optional.of(gateway));
        ActorId id = ActorId.random();
        List<ReservedPort> ports = behind.reserve(
                id,
                List.of(
                        PortSpec.guarded("a"),
                        new PortSpec("b", Protocol.HTTPS, Routing.GUARD, OptionalInt.of(61_000)),
                        HTTP,
                        PortSpec.guarded("c").opened()));
        List<Integer> numbers = ports.stream().map(ReservedPort::number).toList();
        assertEquals(4, Set.copyOf(numbers).size(), numbers.toString());
        assertEquals(61_000, numbers.get(1));
        assertEquals(
                "https://gateway.test/" + id + "-a",
                ports.get(0).describe().url().toString());
        assertEquals(Optional.of(URI.create("https://" + id + "-a.actors.test")), gateway.hostname(id, "a"));
        List<ReservedPort> others = behind.reserve(ActorId.random(), List.of(PortSpec.guarded("a")));
        assertEquals(61_000, others.get(0).number());
        // nothing is bound there, and giving the number back takes nothing from who really has it
        listener(ports.get(0).address()).close();
        behind.release(others);
        ActorPorts listeners = ports(ports, false, Permissions.standard());
        assertEquals(Optional.of("c"), listeners.listen("", numbers.get(3)).guarded());
        assertEquals(Optional.empty(), listeners.listen("", numbers.get(2)).guarded());
        behind.release(ports);
    }

    @Test
    void aDatagramPortStepsAsideForItsActorAndBackAfterwards() throws IOException {
        ReservedPort port = reserve(PortSpec.of("game", Protocol.UDP));
        assertThrows(BindException.class, () -> new DatagramSocket(port.address()).close());
        ActorPorts ports = ports(List.of(port), false, Permissions.standard());
        Ports.Listening listening = ports.listen("", port.number());
        try (DatagramSocket own = new DatagramSocket(listening.address())) {
            listening.bound(new InetSocketAddress(LOOPBACK, own.getLocalPort()));
        }
        listening.closed();
        assertThrows(BindException.class, () -> new DatagramSocket(port.address()).close());
    }

    @Test
    void urlsSayHowToConnect() throws IOException {
        assertEquals(
                List.of("http", "http", "tcp", "tcp", "udp"),
                List.of(Protocol.values()).stream()
                        .map(protocol -> reserve(PortSpec.of("p", protocol)).describe())
                        .map(port -> port.url().getScheme())
                        .toList());
        ReservedPort everywhere = ReservedPort.hold(HTTP, InetAddress.getByAddress(new byte[] {0, 0, 0, 0}), 0);
        held.add(everywhere);
        assertEquals(LOOPBACK.getHostAddress(), everywhere.describe().url().getHost());
    }

    @Test
    void standardActorsListenOnDeclaredPortsOnlyAndTrustedOnesAnywhere() {
        ReservedPort port = reserve(HTTP);
        ActorPorts standard = ports(List.of(port), false, Permissions.standard());
        assertEquals(port.address(), standard.listen("0.0.0.0", port.number()).address());
        assertThrows(PortDeniedException.class, () -> standard.listen("", 0));
        assertThrows(PortDeniedException.class, () -> standard.listen("127.0.0.1", 3000));
        ActorPorts trusted = ports(List.of(port), false, Permissions.trusted());
        assertEquals(
                new InetSocketAddress(LOOPBACK, 3000),
                trusted.listen("127.0.0.1", 3000).address());
        assertTrue(trusted.listen("", 0).address().getAddress().isAnyLocalAddress());
    }

    @Test
    void portsAreSettledWhenAllDeclaredOnesListen() {
        ReservedPort first = reserve(HTTP);
        ReservedPort second = reserve(PortSpec.of("admin", Protocol.TCP));
        ActorPorts ports = ports(List.of(first, second), false, Permissions.standard());
        assertFalse(ports.settled());
        Ports.Listening one = ports.listen("", first.number());
        one.bound(first.address());
        assertFalse(ports.settled());
        ports.listen("", second.number()).bound(second.address());
        assertTrue(ports.settled());
        one.closed();
        assertFalse(ports.settled());
    }

    @Test
    void anOptionalPortCountsOnlyWhileABindIsUnderWay() {
        ReservedPort port = reserve(HTTP);
        AtomicInteger changes = new AtomicInteger();
        ActorPorts ports = new ActorPorts(List.of(port), true, Permissions.standard(), changes::incrementAndGet);
        assertTrue(ports.settled());
        Ports.Listening listening = ports.listen("", port.number());
        assertFalse(ports.settled());
        listening.bound(port.address());
        assertTrue(ports.settled());
        listening.closed();
        assertTrue(ports.settled());
        assertEquals(2, changes.get());
    }

    @Test
    void stoppingTellsListenersOnceAndRefusesNewOnes() {
        ReservedPort port = reserve(HTTP);
        ActorPorts ports = ports(List.of(port), true, Permissions.standard());
        AtomicInteger stops = new AtomicInteger();
        Ports.Listening listening = ports.listen("", port.number());
        listening.onStop(stops::incrementAndGet);
        ports.stopAccepting();
        ports.stopAccepting();
        assertEquals(1, stops.get());
        assertThrows(PortDeniedException.class, () -> ports.listen("", port.number()));
        listening.onStop(stops::incrementAndGet);
        assertEquals(2, stops.get());
    }

    private static ActorPorts ports(List<ReservedPort> declared, boolean optional, Permissions permissions) {
        return new ActorPorts(declared, optional, permissions, () -> {});
    }

    private ReservedPort reserve(PortSpec spec) {
        ReservedPort port =
                reservations.reserve(ActorId.random(), List.of(spec)).get(0);
        held.add(port);
        return port;
    }

    private static PortSpec fixed(String name, int number) {
        return new PortSpec(name, Protocol.TCP, Routing.HOST, OptionalInt.of(number));
    }

    private static int freeNumber() {
        try (ServerSocket socket = listener(new InetSocketAddress(LOOPBACK, 0))) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** As Netty binds: with SO_REUSEADDR, then listening. */
    private static ServerSocket listener(InetSocketAddress address) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(address);
            return socket;
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }
}
