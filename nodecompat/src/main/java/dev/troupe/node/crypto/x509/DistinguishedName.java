package dev.troupe.node.crypto.x509;

import dev.troupe.node.crypto.asn1.Der;
import dev.troupe.node.crypto.asn1.DerReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A name of X.501 as a list of relative names, each a list of attributes (RFC 5280 §4.1.2.4).
 *
 * @param parts in the order of the certificate
 */
record DistinguishedName(List<List<Attribute>> parts) {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("2.5.4.3", "CN"),
            Map.entry("2.5.4.4", "SN"),
            Map.entry("2.5.4.5", "serialNumber"),
            Map.entry("2.5.4.6", "C"),
            Map.entry("2.5.4.7", "L"),
            Map.entry("2.5.4.8", "ST"),
            Map.entry("2.5.4.9", "street"),
            Map.entry("2.5.4.10", "O"),
            Map.entry("2.5.4.11", "OU"),
            Map.entry("2.5.4.12", "title"),
            Map.entry("2.5.4.13", "description"),
            Map.entry("2.5.4.15", "businessCategory"),
            Map.entry("2.5.4.17", "postalCode"),
            Map.entry("2.5.4.41", "name"),
            Map.entry("2.5.4.42", "GN"),
            Map.entry("2.5.4.43", "initials"),
            Map.entry("2.5.4.46", "dnQualifier"),
            Map.entry("1.2.840.113549.1.9.1", "emailAddress"),
            Map.entry("1.3.6.1.4.1.311.60.2.1.1", "jurisdictionL"),
            Map.entry("1.3.6.1.4.1.311.60.2.1.2", "jurisdictionST"),
            Map.entry("1.3.6.1.4.1.311.60.2.1.3", "jurisdictionC"),
            Map.entry("0.9.2342.19200300.100.1.1", "UID"),
            Map.entry("0.9.2342.19200300.100.1.25", "DC"));

    /** One attribute, by OpenSSL's short name or its object identifier. */
    record Attribute(String name, String value) {}

    static DistinguishedName read(DerReader sequence) {
        List<List<Attribute>> parts = new ArrayList<>();
        while (!sequence.atEnd()) {
            DerReader set = sequence.enter(Der.SET);
            List<Attribute> attributes = new ArrayList<>();
            while (!set.atEnd()) {
                DerReader pair = set.sequence();
                String oid = pair.oid();
                attributes.add(new Attribute(NAMES.getOrDefault(oid, oid), DerText.text(pair)));
            }
            parts.add(attributes);
        }
        return new DistinguishedName(parts);
    }

    /** A line for each relative name, special and control characters escaped. */
    String lines() {
        return parts.stream().map(part -> joined(part, " + ", true)).collect(Collectors.joining("\n"));
    }

    /** One line, the last relative name first (RFC 2253); control characters stay. */
    String line() {
        List<String> texts = new ArrayList<>();
        parts.forEach(part -> texts.add(joined(part, "+", false)));
        Collections.reverse(texts);
        return String.join(",", texts);
    }

    private static String joined(List<Attribute> part, String separator, boolean controls) {
        return part.stream()
                .map(attribute -> attribute.name + "=" + escaped(attribute.value, controls))
                .collect(Collectors.joining(separator));
    }

    /** RFC 2253 §2.4. */
    private static String escaped(String value, boolean controls) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean atEdge = c == ' ' && (i == 0 || i == value.length() - 1) || c == '#' && i == 0;
            if (",+\"\\<>;".indexOf(c) >= 0 || atEdge) {
                text.append('\\').append(c);
            } else if (controls && (c < ' ' || c == 0x7f)) {
                text.append(String.format("\\%02X", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** Names and values in turn. */
    List<String> flat() {
        return parts.stream()
                .flatMap(List::stream)
                .flatMap(attribute -> List.of(attribute.name, attribute.value).stream())
                .toList();
    }

    /** The values of one attribute. */
    List<String> values(String name) {
        return parts.stream()
                .flatMap(List::stream)
                .filter(attribute -> attribute.name.equals(name))
                .map(Attribute::value)
                .toList();
    }
}
