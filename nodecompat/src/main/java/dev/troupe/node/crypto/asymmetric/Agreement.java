package dev.troupe.node.crypto.asymmetric;

import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.key.AsymmetricKey;
import dev.troupe.node.crypto.key.Curve;
import dev.troupe.node.crypto.key.DhKey;
import dev.troupe.node.crypto.key.EcKey;
import dev.troupe.node.crypto.key.Numbers;
import dev.troupe.node.crypto.key.OkpKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.spec.ECPoint;
import javax.crypto.KeyAgreement;

/** The secret that two keys share: Diffie-Hellman in its three kinds. Stateless, any thread. */
public final class Agreement {
    private Agreement() {}

    /** The shared secret of a private and a public key of one kind. */
    public static byte[] secret(AsymmetricKey own, AsymmetricKey other) {
        if (own instanceof EcKey mine && other instanceof EcKey theirs) {
            if (mine.curve() != theirs.curve()) {
                throw mismatch();
            }
            return secret(mine.curve(), mine.requireScalar(), theirs.point());
        }
        if (own instanceof DhKey mine && other instanceof DhKey theirs) {
            if (!mine.p().equals(theirs.p()) || !mine.g().equals(theirs.g())) {
                throw mismatch();
            }
            return secret(mine.p(), mine.requireX(), theirs.y());
        }
        if (own instanceof OkpKey mine && other instanceof OkpKey theirs && mine.curve() == theirs.curve()) {
            return secret(mine, theirs);
        }
        throw CryptoFailure.of("ERR_CRYPTO_INCOMPATIBLE_KEY", "Incompatible key types for Diffie-Hellman");
    }

    private static CryptoFailure mismatch() {
        return CryptoFailure.openSsl("1C8000CB", "Provider routines", "", "mismatching domain parameters");
    }

    /** The x coordinate of {@code scalar} times a point of the curve. */
    public static byte[] secret(Curve curve, BigInteger scalar, ECPoint point) {
        if (!curve.inJdk()) {
            return Numbers.fixed(curve.multiply(point, scalar).getAffineX(), curve.size());
        }
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(curve.jdkPrivate(scalar));
            agreement.doPhase(curve.jdkPublic(point), true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException failure) {
            throw derivationFailed();
        }
    }

    /** A power of the other's number, as long as the prime. */
    public static byte[] secret(BigInteger prime, BigInteger x, BigInteger y) {
        return Numbers.fixed(y.modPow(x, prime), (prime.bitLength() + 7) / 8);
    }

    private static byte[] secret(OkpKey own, OkpKey other) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance(own.curve().title());
            agreement.init(own.curve().jdkPrivate(own));
            agreement.doPhase(own.curve().jdkPublic(other.toPublic()), true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException smallOrder) {
            throw derivationFailed();
        }
    }

    private static CryptoFailure derivationFailed() {
        return CryptoFailure.openSsl("1C8000DD", "Provider routines", "", "failed during derivation");
    }
}
