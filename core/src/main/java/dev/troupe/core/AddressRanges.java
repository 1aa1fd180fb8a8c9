package dev.troupe.core;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are public, after the special-purpose registries of RFC 6890
 * (iana.org/assignments/iana-ipv4-special-registry and …ipv6…) plus the metadata services that clouds put at public
 * numbers. Stateless.
 */
final class AddressRanges {
    private static final List<AddressRange> CLOSED = List.of(
            AddressRange.of("0.0.0.0/8"), // "this host": Linux connects 0.0.0.0 to loopback
            AddressRange.of("10.0.0.0/8"),
            AddressRange.of("100.64.0.0/10"), // carrier NAT; metadata at some clouds (100.100.100.200)
            AddressRange.of("127.0.0.0/8"),
            AddressRange.of("168.63.129.16/32"), // Azure's host agent
            AddressRange.of("169.254.0.0/16"), // link-local; cloud metadata (169.254.169.254)
            AddressRange.of("172.16.0.0/12"),
            AddressRange.of("192.0.0.0/24"), // protocol assignments; metadata at Oracle (192.0.0.192)
            AddressRange.of("192.0.2.0/24"),
            AddressRange.of("192.168.0.0/16"),
            AddressRange.of("198.18.0.0/15"),
            AddressRange.of("198.51.100.0/24"),
            AddressRange.of("203.0.113.0/24"),
            AddressRange.of("224.0.0.0/4"), // multicast
            AddressRange.of("240.0.0.0/4"), // reserved and broadcast
            AddressRange.of("::/127"), // unspecified and loopback
            AddressRange.of("100::/64"), // discard
            AddressRange.of("2001::/32"), // Teredo: tunnels to an IPv4 address of its own choice
            AddressRange.of("2001:db8::/32"),
            AddressRange.of("64:ff9b:1::/48"), // local-use NAT64
            AddressRange.of("fc00::/7"), // unique local; metadata at AWS (fd00:ec2::254)
            AddressRange.of("fe80::/10"),
            AddressRange.of("fec0::/10"),
            AddressRange.of("ff00::/8"));

    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");
    private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::/16");

    private AddressRanges() {}

    /** Is {@code ip}, or the IPv4 address wrapped in it, out on the Internet? */
    static boolean isPublic(InetAddress ip) {
        InetAddress inner = unwrapped(ip);
        for (AddressRange closed : CLOSED) {
            if (closed.contains(inner)) {
                return false;
            }
        }
        return true;
    }

    /** The IPv4 address that an IPv6 address carries (mapped, compatible, NAT64, 6to4), or {@code ip}. */
    static InetAddress unwrapped(InetAddress ip) {
        if (!(ip instanceof Inet6Address)) {
            return ip;
        }
        byte[] bytes = ip.getAddress();
        if (NAT64.contains(ip) || isMappedOrCompatible(bytes)) {
            return v4(bytes, 12);
        }
        return SIX_TO_FOUR.contains(ip) ? v4(bytes, 2) : ip;
    }

    /** RFC 4291 §2.5.5; {@code ::} and {@code ::1} look like it and are not. */
    private static boolean isMappedOrCompatible(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        boolean mapped = bytes[10] == (byte) 0xFF && bytes[11] == (byte) 0xFF;
        boolean compatible = bytes[10] == 0 && bytes[11] == 0 && (bytes[12] | bytes[13] | bytes[14]) != 0;
        return mapped || compatible;
    }

    private static InetAddress v4(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException impossible) {
            throw new AssertionError("four bytes are an address", impossible);
        }
    }
}
