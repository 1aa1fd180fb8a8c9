package dev.troupe.node.binding;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Writes IP addresses as Node does (RFC 5952: lower case, the longest run of zeros as {@code ::}). Stateless. */
final class Addresses {
    private Addresses() {}

    static String text(InetAddress address) {
        return address instanceof Inet6Address ? six(address.getAddress()) : address.getHostAddress();
    }

    private static String six(byte[] bytes) {
        int[] groups = new int[8];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
        }
        if (mapped(groups)) {
            return "::ffff:" + (groups[6] >> 8) + "." + (groups[6] & 0xff) + "." + (groups[7] >> 8) + "."
                    + (groups[7] & 0xff);
        }
        int start = -1;
        int longest = 1;
        for (int i = 0; i < groups.length; i++) {
            int run = 0;
            while (i + run < groups.length && groups[i + run] == 0) {
                run++;
            }
            if (run > longest) {
                start = i;
                longest = run;
            }
        }
        return start < 0 ? join(groups, 0, 8) : join(groups, 0, start) + "::" + join(groups, start + longest, 8);
    }

    private static boolean mapped(int[] groups) {
        int zeros = groups[0] | groups[1] | groups[2] | groups[3] | groups[4];
        return zeros == 0 && groups[5] == 0xffff;
    }

    private static String join(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i > from ? ":" : "").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
