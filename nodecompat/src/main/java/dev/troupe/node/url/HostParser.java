package dev.troupe.node.url;

import dev.troupe.node.bytes.Utf8;
import java.util.Optional;

/**
 * Hosts of URLs, to their serialized form (url.spec.whatwg.org/#host-parsing). Pure functions, any thread. No name is
 * looked up.
 */
public final class HostParser {
    private static final String FORBIDDEN_HOST = "\0\t\n\r #/:<>?@[\\]^|";
    private static final String FORBIDDEN_DOMAIN = FORBIDDEN_HOST + "%\u007f";

    private HostParser() {}

    /**
     * Parses one host.
     *
     * @param opaque the scheme is not special: no domain names, no IPv4
     * @return empty if it is invalid
     */
    static Optional<String> parse(String input, boolean opaque) {
        if (input.startsWith("[")) {
            return input.endsWith("]")
                    ? Ipv6.parse(input.substring(1, input.length() - 1))
                            .map(Ipv6::serialize)
                            .map(text -> "[" + text + "]")
                    : Optional.empty();
        }
        if (opaque) {
            return containsAny(input, FORBIDDEN_HOST)
                    ? Optional.empty()
                    : Optional.of(PercentEncoding.CONTROL.encode(input));
        }
        String domain = input.indexOf('%') < 0 ? Utf8.wellFormed(input) : Utf8.decode(PercentEncoding.decode(input));
        return domain(domain);
    }

    /** A domain name in ASCII, or an IPv4 address; empty if invalid. */
    public static Optional<String> domain(String domain) {
        Optional<String> ascii = Idna.toAscii(domain).filter(HostParser::isAllowed);
        return ascii.isPresent() && Ipv4.endsInNumber(ascii.get()) ? ascii.flatMap(Ipv4::parse) : ascii;
    }

    private static boolean isAllowed(String ascii) {
        return !ascii.isEmpty()
                && !containsAny(ascii, FORBIDDEN_DOMAIN)
                && ascii.chars().noneMatch(c -> c < 0x20);
    }

    private static boolean containsAny(String text, String forbidden) {
        return text.chars().anyMatch(c -> forbidden.indexOf(c) >= 0);
    }
}
