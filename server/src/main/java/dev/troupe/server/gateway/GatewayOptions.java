package dev.troupe.server.gateway;

import dev.troupe.core.AddressRange;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a gateway is made from. A value; {@code withX} methods give changed copies.
 *
 * @param address where it listens; port 0 picks a free one; default loopback
 * @param url what clients call it, if something stands before it; empty, the default, means its own address
 * @param domain what follows an actor's name in a host of its own, as {@code actors.example.com}; empty, the default,
 *     means that there are path endpoints only
 * @param certificate for TLS; empty, the default, means plain HTTP
 * @param proxies whose {@code x-forwarded-*} fields are believed; default nobody's
 * @param connections open connections of clients; when there are as many, others wait in the kernel's queue; default
 *     16,384
 * @param headBytes of a request's head, and of its first line; then 431 or 414; default 16 KiB
 * @param bodyBytes of a request's body; then 413; empty, the default, means as many as the actor takes
 * @param patience how long it waits
 */
public record GatewayOptions(
        InetSocketAddress address,
        Optional<URI> url,
        Optional<String> domain,
        Optional<ServerCertificate> certificate,
        List<AddressRange> proxies,
        int connections,
        int headBytes,
        OptionalLong bodyBytes,
        Patience patience) {

    public GatewayOptions {
        proxies = List.copyOf(proxies);
        atLeast("connections", connections, 1);
        atLeast("headBytes", headBytes, 256);
        bodyBytes.ifPresent(most -> atLeast("bodyBytes", most, 0));
    }

    /** The defaults, at {@code address}. */
    public static GatewayOptions at(InetSocketAddress address) {
        return new GatewayOptions(
                address,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                16_384,
                16 << 10,
                OptionalLong.empty(),
                Patience.defaults());
    }

    /** The defaults, on a free port of the loopback address. */
    public static GatewayOptions local() {
        return at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** A copy with a {@link #url}. */
    public GatewayOptions withUrl(URI seen) {
        return new GatewayOptions(
                address, Optional.of(seen), domain, certificate, proxies, connections, headBytes, bodyBytes, patience);
    }

    /** A copy with a {@link #domain}. */
    public GatewayOptions withDomain(String name) {
        return new GatewayOptions(
                address, url, Optional.of(name), certificate, proxies, connections, headBytes, bodyBytes, patience);
    }

    /** A copy that speaks TLS. */
    public GatewayOptions withCertificate(ServerCertificate own) {
        return new GatewayOptions(
                address, url, domain, Optional.of(own), proxies, connections, headBytes, bodyBytes, patience);
    }

    /** A copy with other {@link #proxies}. */
    public GatewayOptions withProxies(List<AddressRange> believed) {
        return new GatewayOptions(
                address, url, domain, certificate, believed, connections, headBytes, bodyBytes, patience);
    }

    /** A copy with other {@link #connections}. */
    public GatewayOptions withConnections(int most) {
        return new GatewayOptions(address, url, domain, certificate, proxies, most, headBytes, bodyBytes, patience);
    }

    /** A copy with other {@link #headBytes}. */
    public GatewayOptions withHeadBytes(int most) {
        return new GatewayOptions(address, url, domain, certificate, proxies, connections, most, bodyBytes, patience);
    }

    /** A copy with {@link #bodyBytes}. */
    public GatewayOptions withBodyBytes(long most) {
        return new GatewayOptions(
                address, url, domain, certificate, proxies, connections, headBytes, OptionalLong.of(most), patience);
    }

    /** A copy with another {@link #patience}. */
    public GatewayOptions withPatience(Patience waits) {
        return new GatewayOptions(address, url, domain, certificate, proxies, connections, headBytes, bodyBytes, waits);
    }

    private static void atLeast(String field, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "GatewayOptions." + field + " is " + value + ": use " + least + " or more.");
        }
    }
}
