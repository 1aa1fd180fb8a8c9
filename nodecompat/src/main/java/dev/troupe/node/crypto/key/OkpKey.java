package dev.troupe.node.crypto.key;

import dev.troupe.node.crypto.asn1.Der;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A key of RFC 8410: Ed25519, Ed448, X25519 or X448, public bytes and in a private key the secret bytes. */
public record OkpKey(OkpCurve curve, byte[] publicBytes, byte @Nullable [] secretBytes) implements AsymmetricKey {

    /** The secret bytes of a private key. */
    public byte[] requireSecret() {
        if (secretBytes == null) {
            throw new IllegalStateException("a public key has no secret bytes");
        }
        return secretBytes;
    }

    @Override
    public String type() {
        return curve.type();
    }

    @Override
    public boolean isPrivate() {
        return secretBytes != null;
    }

    @Override
    public OkpKey toPublic() {
        return new OkpKey(curve, publicBytes, null);
    }

    @Override
    public byte[] spki() {
        return Der.sequence(Der.sequence(Der.oid(curve.oid())), Der.bits(publicBytes));
    }

    @Override
    public byte[] pkcs8() {
        return Der.sequence(
                Der.integer(0), Der.sequence(Der.oid(curve.oid())), Der.octets(Der.octets(requireSecret())));
    }

    @Override
    public Map<String, Object> details() {
        return Map.of();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OkpKey key && sameAs(key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(publicBytes);
    }

    /** Says nothing of the secret bytes. */
    @Override
    public String toString() {
        return "OkpKey on " + curve;
    }
}
