package dev.troupe.server.gateway;

import java.util.Locale;

/** The host in a field {@code Host}. Stateless, pure. */
final class Authority {
    private Authority() {}

    /** The host of {@code authority} in lower case, without a port and without a dot at its end. */
    static String host(String authority) {
        int bracket = authority.lastIndexOf(']');
        int colon = authority.lastIndexOf(':');
        String host = colon > bracket ? authority.substring(0, colon) : authority;
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
