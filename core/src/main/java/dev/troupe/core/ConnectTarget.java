package dev.troupe.core;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One line of a list of places to connect to: a range of addresses or a pattern of host names. A value. */
sealed interface ConnectTarget {

    /** Is {@code ip} meant by its number? */
    boolean covers(InetAddress ip);

    /** Is the host called {@code hostname} meant by its name? */
    boolean names(String hostname);

    /** A range of addresses. */
    record Range(AddressRange range) implements ConnectTarget {
        @Override
        public boolean covers(InetAddress ip) {
            return range.contains(ip) || range.contains(AddressRanges.unwrapped(ip));
        }

        @Override
        public boolean names(String hostname) {
            return false;
        }
    }

    /** One host name, or with {@code below} all names that end in it. Lower case. */
    record Name(String name, boolean below) implements ConnectTarget {
        @Override
        public boolean covers(InetAddress ip) {
            return false;
        }

        @Override
        public boolean names(String hostname) {
            String asked = withoutFinalDot(hostname.toLowerCase(Locale.ROOT));
            return below ? asked.endsWith("." + name) : asked.equals(name);
        }
    }

    /** A literal address never reaches DNS: it must look like one before {@link InetAddress#getByName} sees it. */
    Pattern LITERAL = Pattern.compile("([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(/[0-9]{1,3})?");

    /** A name that ends in a number is an address to many resolvers (url.spec.whatwg.org/#ends-in-a-number-checker). */
    Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?(0x[0-9a-f]*|[0-9]+)");

    Pattern HOSTNAME =
            Pattern.compile("(\\*\\.)?[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");

    /** Reads what {@link PermissionsBuilder#connect} documents. */
    static List<ConnectTarget> parse(String text) {
        String target = withoutFinalDot(text.toLowerCase(Locale.ROOT));
        if (target.equals("localhost")) {
            return List.of(new Range(AddressRange.of("127.0.0.0/8")), new Range(AddressRange.of("::1/128")));
        }
        if (LITERAL.matcher(target).matches()) {
            return List.of(new Range(AddressRange.of(target)));
        }
        if (!HOSTNAME.matcher(target).matches()
                || ENDS_IN_NUMBER.matcher(target).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no place to connect to: use an address, a range such as"
                            + " 10.0.0.0/8, \"localhost\", a host name, or \"*.\" and a domain.");
        }
        boolean below = target.startsWith("*.");
        return List.of(new Name(below ? target.substring(2) : target, below));
    }

    private static String withoutFinalDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
