package dev.troupe.node.crypto.x509;

import dev.troupe.node.crypto.asn1.Der;
import dev.troupe.node.crypto.asn1.DerReader;
import dev.troupe.node.crypto.key.AsymmetricKey;
import dev.troupe.node.crypto.key.PssRules;
import java.util.Map;

/**
 * How a certificate is signed (RFC 3279, RFC 4055, RFC 5758, RFC 8410).
 *
 * @param keys the types of keys that sign so, with blanks around
 * @param hash the hash function, or empty
 * @param padding the padding of RSA, or 0
 */
record SignatureAlgorithm(String keys, String hash, int padding) {
    private static final int PKCS1 = 1;
    private static final int PSS = 6;
    private static final String PKCS = "1.2.840.113549.1.1.";
    private static final String ECDSA = "1.2.840.10045.4.";
    private static final SignatureAlgorithm UNKNOWN = new SignatureAlgorithm("", "", 0);

    private static final Map<String, SignatureAlgorithm> KNOWN = Map.ofEntries(
            rsa("4", "md5"),
            rsa("5", "sha1"),
            rsa("11", "sha256"),
            rsa("12", "sha384"),
            rsa("13", "sha512"),
            rsa("14", "sha224"),
            Map.entry(ECDSA + "1", new SignatureAlgorithm(" ec ", "sha1", 0)),
            Map.entry(ECDSA + "3.1", new SignatureAlgorithm(" ec ", "sha224", 0)),
            Map.entry(ECDSA + "3.2", new SignatureAlgorithm(" ec ", "sha256", 0)),
            Map.entry(ECDSA + "3.3", new SignatureAlgorithm(" ec ", "sha384", 0)),
            Map.entry(ECDSA + "3.4", new SignatureAlgorithm(" ec ", "sha512", 0)),
            Map.entry("1.2.840.10040.4.3", new SignatureAlgorithm(" dsa ", "sha1", 0)),
            Map.entry("2.16.840.1.101.3.4.3.2", new SignatureAlgorithm(" dsa ", "sha256", 0)),
            Map.entry("1.3.101.112", new SignatureAlgorithm(" ed25519 ", "", 0)),
            Map.entry("1.3.101.113", new SignatureAlgorithm(" ed448 ", "", 0)));

    private static Map.Entry<String, SignatureAlgorithm> rsa(String number, String hash) {
        return Map.entry(PKCS + number, new SignatureAlgorithm(" rsa ", hash, PKCS1));
    }

    static SignatureAlgorithm read(DerReader identifier) {
        String oid = identifier.oid();
        if (oid.equals(PKCS + "10") && identifier.tag() == Der.SEQUENCE) {
            return new SignatureAlgorithm(
                    " rsa rsa-pss ", PssRules.read(identifier.sequence()).hash(), PSS);
        }
        return KNOWN.getOrDefault(oid, UNKNOWN);
    }

    boolean fits(AsymmetricKey key) {
        return keys.contains(" " + key.type() + " ");
    }
}
