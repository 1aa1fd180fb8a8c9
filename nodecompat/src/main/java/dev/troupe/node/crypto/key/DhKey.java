package dev.troupe.node.crypto.key;

import dev.troupe.node.crypto.asn1.Der;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Diffie-Hellman key (PKCS #3): prime p, generator g, public y, and in a private key x. */
public record DhKey(
        BigInteger p, BigInteger g, BigInteger y, @Nullable BigInteger x) implements AsymmetricKey {

    /** The private number of a private key. */
    public BigInteger requireX() {
        if (x == null) {
            throw new IllegalStateException("a public key has no private number");
        }
        return x;
    }

    @Override
    public String type() {
        return "dh";
    }

    @Override
    public boolean isPrivate() {
        return x != null;
    }

    @Override
    public DhKey toPublic() {
        return new DhKey(p, g, y, null);
    }

    private byte[] algorithm() {
        return Der.sequence(Der.oid(Oids.DH), Der.sequence(Der.integer(p), Der.integer(g)));
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
        return Map.of();
    }

    /** Says nothing of the private number. */
    @Override
    public String toString() {
        return "DhKey";
    }
}
