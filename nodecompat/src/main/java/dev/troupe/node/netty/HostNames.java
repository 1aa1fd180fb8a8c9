package dev.troupe.node.netty;

import dev.troupe.core.Permissions;
import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Names to addresses and back, as the operating system knows them; of a name's addresses an actor sees those that it
 * may connect to. Stateless; blocks, so it runs in the blocking pool.
 */
public final class HostNames {
    private HostNames() {}

    /** There is no answer; the message is Node's code. */
    public static final class LookupFailure extends Exception {
        private static final long serialVersionUID = 1L;

        LookupFailure(String code) {
            super(code, null, false, false);
        }

        public String code() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * All addresses of {@code host} that the actor may connect to, in the system's order.
     *
     * @param family 4, 6, or 0 for both
     */
    public static List<InetAddress> addresses(Permissions permissions, String host, int family) throws LookupFailure {
        List<InetAddress> found = new ArrayList<>();
        boolean refused = false;
        for (InetAddress address : all(host)) {
            int kind = address instanceof Inet6Address ? 6 : 4;
            if (family == 0 || family == kind) {
                if (isOpen(host) || permissions.mayConnect(host, new InetSocketAddress(address, 0))) {
                    found.add(address);
                } else {
                    refused = true;
                }
            }
        }
        if (found.isEmpty()) {
            throw new LookupFailure(refused ? "EACCES" : "ENOTFOUND");
        }
        return found;
    }

    private static InetAddress[] all(String host) throws LookupFailure {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            throw new LookupFailure("ENOTFOUND");
        }
    }

    /** A literal asks nobody, and {@code localhost} is no secret (RFC 6761 §6.3). */
    private static boolean isOpen(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || NetUtil.createInetAddressFromIpAddressString(name) != null;
    }

    /** The name of a literal address, or the literal if it has none. */
    public static String name(Permissions permissions, String literal) throws LookupFailure {
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(literal);
        if (address == null) {
            throw new LookupFailure("EINVAL");
        }
        if (!address.isLoopbackAddress() && !permissions.mayConnect(literal, new InetSocketAddress(address, 0))) {
            throw new LookupFailure("EACCES");
        }
        return address.getHostName();
    }
}
