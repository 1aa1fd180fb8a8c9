package dev.troupe.node.crypto.key;

import dev.troupe.node.crypto.asn1.Der;
import dev.troupe.node.crypto.asn1.MalformedException;
import java.util.Map;
import java.util.Optional;

/** The object identifiers of hash functions (RFC 8017 §B.1 and NIST's). A table; any thread. */
public final class DigestOids {
    private static final String NIST = "2.16.840.1.101.3.4.2.";

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("md5", "1.2.840.113549.2.5"),
            Map.entry("sha1", "1.3.14.3.2.26"),
            Map.entry("ripemd160", "1.3.36.3.2.1"),
            Map.entry("sha256", NIST + "1"),
            Map.entry("sha384", NIST + "2"),
            Map.entry("sha512", NIST + "3"),
            Map.entry("sha224", NIST + "4"),
            Map.entry("sha512-224", NIST + "5"),
            Map.entry("sha512-256", NIST + "6"),
            Map.entry("sha3-224", NIST + "7"),
            Map.entry("sha3-256", NIST + "8"),
            Map.entry("sha3-384", NIST + "9"),
            Map.entry("sha3-512", NIST + "10"));

    private DigestOids() {}

    /** The dotted identifier of a hash function's canonical name. */
    public static Optional<String> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static byte[] algorithm(String name) {
        return Der.sequence(Der.oid(find(name).orElseThrow()), Der.nothing());
    }

    static String name(String oid) {
        for (Map.Entry<String, String> entry : BY_NAME.entrySet()) {
            if (entry.getValue().equals(oid)) {
                return entry.getKey();
            }
        }
        throw new MalformedException("unknown hash function " + oid);
    }
}
