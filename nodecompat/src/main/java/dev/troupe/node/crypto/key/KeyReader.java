package dev.troupe.node.crypto.key;

import dev.troupe.node.crypto.asn1.Der;
import dev.troupe.node.crypto.asn1.DerReader;
import dev.troupe.node.crypto.asn1.MalformedException;
import java.math.BigInteger;
import java.security.spec.ECPoint;
import org.jspecify.annotations.Nullable;

/**
 * Reads one DER structure that holds a key. Stateless, any thread; what is no such structure is a
 * {@link MalformedException}.
 */
final class KeyReader {
    private KeyReader() {}

    /** SubjectPublicKeyInfo (RFC 5280 §4.1.2.7). */
    static AsymmetricKey spki(byte[] der) {
        DerReader info = DerReader.of(der).sequence();
        DerReader algorithm = info.sequence();
        String oid = algorithm.oid();
        byte[] bits = info.bits();
        return switch (oid) {
            case Oids.RSA -> rsaPublic(bits, false, null);
            case Oids.RSA_PSS -> rsaPublic(bits, true, pss(algorithm));
            case Oids.EC -> ecPublic(algorithm, bits);
            case Oids.DSA -> {
                DerReader numbers = algorithm.sequence();
                BigInteger p = numbers.integer();
                BigInteger q = numbers.integer();
                yield new DsaKey(p, q, numbers.integer(), DerReader.of(bits).integer(), null);
            }
            case Oids.DH -> {
                DerReader numbers = algorithm.sequence();
                BigInteger p = numbers.integer();
                yield new DhKey(p, numbers.integer(), DerReader.of(bits).integer(), null);
            }
            default -> new OkpKey(okp(oid), sized(bits, okp(oid).size()), null);
        };
    }

    private static OkpCurve okp(String oid) {
        return OkpCurve.ofOid(oid).orElseThrow(() -> new MalformedException("unknown algorithm " + oid));
    }

    private static byte[] sized(byte[] bytes, int size) {
        if (bytes.length != size) {
            throw new MalformedException("a key of " + bytes.length + " bytes");
        }
        return bytes;
    }

    private static @Nullable PssRules pss(DerReader algorithm) {
        return algorithm.atEnd() ? null : PssRules.read(algorithm.sequence());
    }

    /** PrivateKeyInfo (RFC 5208 §5). */
    static AsymmetricKey pkcs8(byte[] der) {
        DerReader info = DerReader.of(der).sequence();
        info.smallInteger();
        DerReader algorithm = info.sequence();
        String oid = algorithm.oid();
        byte[] octets = info.octets();
        return switch (oid) {
            case Oids.RSA -> rsaPrivate(octets, false, null);
            case Oids.RSA_PSS -> rsaPrivate(octets, true, pss(algorithm));
            case Oids.EC -> ecPrivate(octets, algorithm);
            case Oids.DSA -> {
                DerReader numbers = algorithm.sequence();
                BigInteger p = positive(numbers.integer());
                BigInteger q = numbers.integer();
                BigInteger g = numbers.integer();
                BigInteger x = positive(DerReader.of(octets).integer());
                yield new DsaKey(p, q, g, g.modPow(x, p), x);
            }
            case Oids.DH -> {
                DerReader numbers = algorithm.sequence();
                BigInteger p = positive(numbers.integer());
                BigInteger g = numbers.integer();
                BigInteger x = positive(DerReader.of(octets).integer());
                yield new DhKey(p, g, g.modPow(x, p), x);
            }
            default -> okp(oid).ofSecret(sized(DerReader.of(octets).octets(), okp(oid).size()));
        };
    }

    private static BigInteger positive(BigInteger number) {
        if (number.signum() <= 0) {
            throw new MalformedException("a number that is not positive");
        }
        return number;
    }

    /** RSAPublicKey (RFC 8017 §A.1.1). */
    static RsaKey rsaPublic(byte[] der, boolean pssOnly, @Nullable PssRules pss) {
        DerReader numbers = DerReader.of(der).sequence();
        BigInteger modulus = positive(numbers.integer());
        return new RsaKey(modulus, positive(numbers.integer()), null, pssOnly, pss);
    }

    /** RSAPrivateKey (RFC 8017 §A.1.2). */
    static RsaKey rsaPrivate(byte[] der, boolean pssOnly, @Nullable PssRules pss) {
        DerReader numbers = DerReader.of(der).sequence();
        numbers.smallInteger();
        BigInteger[] values = new BigInteger[8];
        for (int i = 0; i < values.length; i++) {
            values[i] = positive(numbers.integer());
        }
        RsaKey.Secret secret = new RsaKey.Secret(values[2], values[3], values[4], values[5], values[6], values[7]);
        return new RsaKey(values[0], values[1], secret, pssOnly, pss);
    }

    /** The old form of OpenSSL: 0, p, q, g, y, x. */
    static DsaKey dsaPrivate(byte[] der) {
        DerReader numbers = DerReader.of(der).sequence();
        numbers.smallInteger();
        BigInteger p = numbers.integer();
        BigInteger q = numbers.integer();
        BigInteger g = numbers.integer();
        BigInteger y = numbers.integer();
        return new DsaKey(p, q, g, y, positive(numbers.integer()));
    }

    private static EcKey ecPublic(DerReader algorithm, byte[] bits) {
        boolean explicit = algorithm.tag() == Der.SEQUENCE;
        Curve curve = curve(algorithm);
        return new EcKey(curve, point(curve, bits), null, explicit);
    }

    private static ECPoint point(Curve curve, byte[] bits) {
        return curve.decode(bits).orElseThrow(() -> new MalformedException("no point of the curve"));
    }

    /** A curve by name or by its numbers (RFC 3279 §2.3.5). */
    private static Curve curve(DerReader parameters) {
        if (parameters.tag() == Der.OID) {
            String oid = parameters.oid();
            return Curves.ofOid(oid).orElseThrow(() -> new MalformedException("unknown curve " + oid));
        }
        DerReader numbers = parameters.sequence();
        numbers.smallInteger();
        DerReader field = numbers.sequence();
        if (!field.oid().equals(Oids.PRIME_FIELD)) {
            throw new MalformedException("a curve over another field");
        }
        DerReader coefficients = numbers.sequence();
        BigInteger a = Numbers.of(coefficients.octets());
        BigInteger b = Numbers.of(coefficients.octets());
        numbers.octets();
        return Curves.of(field.integer(), a, b, numbers.integer())
                .orElseThrow(() -> new MalformedException("unknown curve"));
    }

    /** ECPrivateKey (RFC 5915 §3); in PKCS #8 the curve stands outside of it. */
    static EcKey ecPrivate(byte[] der, @Nullable DerReader algorithm) {
        DerReader key = DerReader.of(der).sequence();
        key.smallInteger();
        BigInteger scalar = Numbers.of(key.octets());
        DerReader parameters = algorithm;
        if (key.tag() == 0xa0) {
            DerReader own = key.enter(0xa0);
            parameters = parameters == null ? own : parameters;
        }
        if (parameters == null) {
            throw new MalformedException("a key without a curve");
        }
        boolean explicit = parameters.tag() == Der.SEQUENCE;
        Curve curve = curve(parameters);
        if (!curve.isScalar(scalar)) {
            throw new MalformedException("a private number out of range");
        }
        ECPoint point =
                key.tag() == 0xa1 ? point(curve, key.enter(0xa1).bits()) : curve.multiply(curve.generator(), scalar);
        return new EcKey(curve, point, scalar, explicit);
    }

    /** The public key of a certificate (RFC 5280 §4.1). */
    static AsymmetricKey certificate(byte[] der) {
        DerReader body = DerReader.of(der).sequence().sequence();
        if (body.tag() == 0xa0) {
            body.skip(); // version
        }
        for (int i = 0; i < 5; i++) { // serial number, signature, issuer, validity, subject
            body.skip();
        }
        return spki(body.element());
    }
}
