package dev.troupe.node.crypto.asymmetric;

import dev.troupe.node.crypto.key.Curve;
import dev.troupe.node.crypto.key.EcKey;
import dev.troupe.node.crypto.key.Numbers;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.ECPoint;
import java.util.Optional;

/** ECDSA (FIPS 186-4 §6), by the JDK on its curves. Stateless, any thread. */
final class EcSignatures {
    private static final int LONGEST_DIGEST = 64; // the JDK takes no more

    private EcSignatures() {}

    static byte[] sign(EcKey key, byte[] digest, boolean plain) {
        Curve curve = key.curve();
        if (curve.inJdk() && digest.length <= LONGEST_DIGEST) {
            try {
                Signature signature = Signature.getInstance(algorithm(plain));
                signature.initSign(curve.jdkPrivate(key.requireScalar()));
                signature.update(digest);
                return signature.sign();
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException(curve.name(), failure);
            }
        }
        BigInteger n = curve.n();
        BigInteger z = number(digest, n);
        while (true) {
            BigInteger nonce = curve.randomScalar();
            BigInteger r = curve.multiply(curve.generator(), nonce).getAffineX().mod(n);
            BigInteger blind = curve.randomScalar();
            BigInteger inverse =
                    nonce.multiply(blind).mod(n).modInverse(n).multiply(blind).mod(n);
            BigInteger s =
                    inverse.multiply(z.add(r.multiply(key.requireScalar()))).mod(n);
            if (r.signum() != 0 && s.signum() != 0) {
                return new SignatureForm(r, s).encode(plain, curve.scalarSize());
            }
        }
    }

    private static String algorithm(boolean plain) {
        return plain ? "NONEwithECDSAinP1363Format" : "NONEwithECDSA";
    }

    /** The leftmost bits of a digest. */
    static BigInteger number(byte[] digest, BigInteger order) {
        int surplus = digest.length * 8 - order.bitLength();
        BigInteger number = Numbers.of(digest);
        return surplus > 0 ? number.shiftRight(surplus) : number;
    }

    static boolean verify(EcKey key, byte[] digest, byte[] given, boolean plain) {
        Curve curve = key.curve();
        BigInteger n = curve.n();
        Optional<SignatureForm> form = SignatureForm.decode(given, plain, curve.scalarSize(), n);
        if (form.isEmpty()) {
            return false;
        }
        BigInteger r = form.get().r();
        BigInteger inverse = form.get().s().modInverse(n);
        BigInteger u = number(digest, n).multiply(inverse).mod(n);
        ECPoint point = curve.combine(u, key.point(), r.multiply(inverse).mod(n));
        return !point.equals(ECPoint.POINT_INFINITY)
                && point.getAffineX().mod(n).equals(r);
    }
}
