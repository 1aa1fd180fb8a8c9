package dev.troupe.core;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A block of IP addresses, RFC 4632 notation. A value.
 *
 * @param base the block's first address
 * @param prefix how many leading bits are fixed
 */
public record AddressRange(InetAddress base, int prefix) {

    /**
     * Reads {@code address} or {@code address/prefix}; the address is a literal, DNS is never asked.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static AddressRange of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        if (address.indexOf(':') < 0 && !address.matches("[0-9.]+")) {
            throw new IllegalArgumentException("\"" + text + "\" is not an IP address or range.");
        }
        try {
            InetAddress base = InetAddress.getByName(address);
            int bits = base.getAddress().length * 8;
            int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
            if (prefix > bits) {
                throw new IllegalArgumentException("\"" + text + "\" has a prefix longer than its address.");
            }
            return new AddressRange(base, prefix);
        } catch (UnknownHostException notAnAddress) {
            throw new IllegalArgumentException("\"" + text + "\" is not an IP address or range.", notAnAddress);
        }
    }

    /** Is {@code ip} in it? An IPv4 address is in no range of IPv6, and the other way round. */
    public boolean contains(InetAddress ip) {
        byte[] left = base.getAddress();
        byte[] right = ip.getAddress();
        if (left.length != right.length) {
            return false;
        }
        int whole = prefix / 8;
        for (int i = 0; i < whole; i++) {
            if (left[i] != right[i]) {
                return false;
            }
        }
        int rest = prefix % 8;
        return rest == 0 || ((left[whole] ^ right[whole]) & (0xFF00 >> rest) & 0xFF) == 0;
    }
}
