package dev.troupe.node.crypto.key;

import dev.troupe.node.crypto.asn1.Der;
import java.math.BigInteger;
import java.security.spec.ECPoint;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key on a curve (RFC 5480, RFC 5915).
 *
 * @param curve the curve
 * @param point the public point
 * @param scalar the private number; null in a public key
 * @param explicit are the curve's parameters written out instead of its name?
 */
public record EcKey(Curve curve, ECPoint point, @Nullable BigInteger scalar, boolean explicit)
        implements AsymmetricKey {

    /** The private number of a private key. */
    public BigInteger requireScalar() {
        if (scalar == null) {
            throw new IllegalStateException("a public key has no private number");
        }
        return scalar;
    }

    /** A private key, whose public point is worked out. */
    public static EcKey ofScalar(Curve curve, BigInteger scalar) {
        return new EcKey(curve, curve.multiply(curve.generator(), scalar), scalar, false);
    }

    @Override
    public String type() {
        return "ec";
    }

    @Override
    public boolean isPrivate() {
        return scalar != null;
    }

    @Override
    public EcKey toPublic() {
        return new EcKey(curve, point, null, explicit);
    }

    private byte[] parameters() {
        if (!explicit) {
            return Der.oid(curve.oid());
        }
        return Der.sequence(
                Der.integer(1),
                Der.sequence(Der.oid(Oids.PRIME_FIELD), Der.integer(curve.p())),
                Der.sequence(
                        Der.octets(Numbers.fixed(curve.a(), curve.size())),
                        Der.octets(Numbers.fixed(curve.b(), curve.size()))),
                Der.octets(curve.encode(curve.generator(), Curve.UNCOMPRESSED)),
                Der.integer(curve.n()),
                Der.integer(1));
    }

    private byte[] encodedPoint() {
        return curve.encode(point, Curve.UNCOMPRESSED);
    }

    @Override
    public byte[] spki() {
        return Der.sequence(Der.sequence(Der.oid(Oids.EC), parameters()), Der.bits(encodedPoint()));
    }

    private byte[] scalarOctets() {
        return Der.octets(Numbers.fixed(requireScalar(), curve.scalarSize()));
    }

    @Override
    public byte[] pkcs8() {
        byte[] inner = Der.sequence(Der.integer(1), scalarOctets(), Der.tagged(1, Der.bits(encodedPoint())));
        return Der.sequence(Der.integer(0), Der.sequence(Der.oid(Oids.EC), parameters()), Der.octets(inner));
    }

    /** ECPrivateKey (RFC 5915 §3). */
    public byte[] sec1() {
        return Der.sequence(
                Der.integer(1), scalarOctets(), Der.tagged(0, parameters()), Der.tagged(1, Der.bits(encodedPoint())));
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("namedCurve", curve.name());
    }

    /** Says nothing of the private number. */
    @Override
    public String toString() {
        return "EcKey on " + curve.name();
    }
}
