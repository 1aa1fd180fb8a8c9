package dev.troupe.node.crypto.key;

import dev.troupe.node.crypto.asn1.Der;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A DSA key (FIPS 186-4 §4): prime p, order q, generator g, public y, and in a private key x. */
public record DsaKey(
        BigInteger p,
        BigInteger q,
        BigInteger g,
        BigInteger y,
        @Nullable BigInteger x) implements AsymmetricKey {

    /** The private number of a private key. */
    public BigInteger requireX() {
        if (x == null) {
            throw new IllegalStateException("a public key has no private number");
        }
        return x;
    }

    @Override
    public String type() {
        return "dsa";
    }

    @Override
    public boolean isPrivate() {
        return x != null;
    }

    @Override
    public DsaKey toPublic() {
        return new DsaKey(p, q, g, y, null);
    }

    private byte[] algorithm() {
        return Der.sequence(Der.oid(Oids.DSA), Der.sequence(Der.integer(p), Der.integer(q), Der.integer(g)));
    }

    @Override
    public byte[] spki() {
        return Der.sequence(algorithm(), Der.bits(Der.integer(y)));
    }

    @Override
    public byte[] pkcs8() {
        return Der.sequence(Der.integer(0), algorithm(), Der.octets(Der.integer(requireX())));
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("modulusLength", p.bitLength());
        details.put("divisorLength", q.bitLength());
        return details;
    }

    /** Says nothing of the private number. */
    @Override
    public String toString() {
        return "DsaKey";
    }
}
