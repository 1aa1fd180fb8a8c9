package dev.troupe.node.crypto.key;

import dev.troupe.node.crypto.asn1.Der;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An RSA key (RFC 8017 §3).
 *
 * @param modulus n
 * @param exponent e
 * @param secret the private numbers; null in a public key
 * @param pssOnly is it for RSASSA-PSS alone ({@code rsa-pss})?
 * @param pss what such a key allows; null if it does not say
 */
public record RsaKey(
        BigInteger modulus,
        BigInteger exponent,
        @Nullable Secret secret,
        boolean pssOnly,
        @Nullable PssRules pss) implements AsymmetricKey {

    /** The private numbers, all of them. */
    public record Secret(BigInteger d, BigInteger p, BigInteger q, BigInteger dp, BigInteger dq, BigInteger qInverse) {
        /** Says nothing. */
        @Override
        public String toString() {
            return "Secret";
        }
    }

    /** The private numbers of a private key. */
    public Secret requireSecret() {
        if (secret == null) {
            throw new IllegalStateException("a public key has no private numbers");
        }
        return secret;
    }

    @Override
    public String type() {
        return pssOnly ? "rsa-pss" : "rsa";
    }

    @Override
    public boolean isPrivate() {
        return secret != null;
    }

    @Override
    public RsaKey toPublic() {
        return new RsaKey(modulus, exponent, null, pssOnly, pss);
    }

    /** Bytes of the modulus, and of every signature. */
    public int size() {
        return (modulus.bitLength() + 7) / 8;
    }

    private byte[] algorithm() {
        if (!pssOnly) {
            return Der.sequence(Der.oid(Oids.RSA), Der.nothing());
        }
        return pss == null ? Der.sequence(Der.oid(Oids.RSA_PSS)) : Der.sequence(Der.oid(Oids.RSA_PSS), pss.der());
    }

    /** RSAPublicKey (RFC 8017 §A.1.1). */
    public byte[] pkcs1Public() {
        return Der.sequence(Der.integer(modulus), Der.integer(exponent));
    }

    /** RSAPrivateKey (RFC 8017 §A.1.2). */
    public byte[] pkcs1Private() {
        Secret s = requireSecret();
        return Der.sequence(
                Der.integer(0),
                Der.integer(modulus),
                Der.integer(exponent),
                Der.integer(s.d),
                Der.integer(s.p),
                Der.integer(s.q),
                Der.integer(s.dp),
                Der.integer(s.dq),
                Der.integer(s.qInverse));
    }

    @Override
    public byte[] spki() {
        return Der.sequence(algorithm(), Der.bits(pkcs1Public()));
    }

    @Override
    public byte[] pkcs8() {
        return Der.sequence(Der.integer(0), algorithm(), Der.octets(pkcs1Private()));
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("modulusLength", modulus.bitLength());
        details.put("publicExponent", exponent.toString());
        if (pss != null) {
            details.put("hashAlgorithm", pss.hash());
            details.put("mgf1HashAlgorithm", pss.mgf1Hash());
            details.put("saltLength", pss.saltLength());
        }
        return details;
    }
}
