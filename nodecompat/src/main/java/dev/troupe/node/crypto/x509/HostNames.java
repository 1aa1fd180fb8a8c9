package dev.troupe.node.crypto.x509;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Does a certificate stand for a host, an address, a mailbox (RFC 6125, RFC 5280)? Stateless, any thread. */
public final class HostNames {
    private HostNames() {}

    /**
     * What may match.
     *
     * @param subject {@code default}: the common name if there are no DNS names; {@code always}; {@code never}
     * @param wildcards may a label be {@code *}?
     * @param partialWildcards may {@code *} stand for a part of a label?
     * @param multiLabelWildcards may {@code *} stand for several labels?
     * @param singleLabelSubdomains does a host that begins with a dot stand for direct subdomains alone?
     */
    public record Rules(
            String subject,
            boolean wildcards,
            boolean partialWildcards,
            boolean multiLabelWildcards,
            boolean singleLabelSubdomains) {}

    /** The name in the certificate that matches. */
    public static Optional<String> host(Certificate certificate, String host, Rules rules) {
        List<String> names = named(certificate, "DNS");
        Optional<String> found =
                names.stream().filter(name -> matches(name, host, rules)).findFirst();
        boolean common = rules.subject.equals("always") || rules.subject.equals("default") && names.isEmpty();
        if (found.isPresent() || !common) {
            return found;
        }
        return certificate.subjectValues("CN").stream()
                .filter(name -> matches(name, host, rules))
                .findFirst();
    }

    private static List<String> named(Certificate certificate, String kind) {
        return certificate.alternativeNames().stream()
                .filter(name -> name.kind().equals(kind))
                .map(GeneralName::value)
                .toList();
    }

    private static boolean matches(String patternName, String hostName, Rules rules) {
        String pattern = patternName.toLowerCase(Locale.ROOT);
        String host = hostName.toLowerCase(Locale.ROOT);
        if (host.startsWith(".")) {
            int start = pattern.length() - host.length();
            return start > 0
                    && pattern.endsWith(host)
                    && (!rules.singleLabelSubdomains || pattern.indexOf('.') == start);
        }
        return pattern.equals(host) || rules.wildcards && wildcard(pattern, host, rules);
    }

    /** One star, in the first label, with at least two labels behind it, and never in an internationalized label. */
    private static boolean wildcard(String pattern, String host, Rules rules) {
        int dot = pattern.indexOf('.');
        int star = pattern.indexOf('*');
        boolean shaped = star >= 0
                && star < dot
                && pattern.indexOf('*', star + 1) < 0
                && pattern.indexOf('.', dot + 1) > 0
                && !pattern.startsWith("xn--")
                && (rules.partialWildcards || dot == 1);
        if (!shaped) {
            return false;
        }
        String before = pattern.substring(0, star);
        String after = pattern.substring(star + 1);
        if (!host.startsWith(before) || !host.endsWith(after) || host.length() <= before.length() + after.length()) {
            return false;
        }
        String covered = host.substring(before.length(), host.length() - after.length());
        boolean partial = dot > 1;
        return (rules.multiLabelWildcards && !partial || covered.indexOf('.') < 0)
                && !(partial && host.startsWith("xn--"));
    }

    /** The mailbox in the certificate that matches: the domain in any case. */
    public static boolean email(Certificate certificate, String email, String subject) {
        List<String> names = named(certificate, "email");
        boolean common = subject.equals("always") || subject.equals("default") && names.isEmpty();
        return names.stream().anyMatch(name -> sameMailbox(name, email))
                || common
                        && certificate.subjectValues("emailAddress").stream()
                                .anyMatch(name -> sameMailbox(name, email));
    }

    private static boolean sameMailbox(String name, String email) {
        int at = name.lastIndexOf('@');
        return at >= 0
                && email.length() == name.length()
                && email.startsWith(name.substring(0, at))
                && email.substring(at).equalsIgnoreCase(name.substring(at));
    }

    /** Is the address among the certificate's? */
    public static boolean address(Certificate certificate, byte[] address) {
        return certificate.alternativeNames().stream()
                .filter(name -> name.kind().equals("IP Address"))
                .anyMatch(name -> Arrays.equals(name.bytes(), address));
    }
}
