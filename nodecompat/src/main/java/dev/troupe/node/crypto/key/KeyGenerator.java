package dev.troupe.node.crypto.key;

import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.Primes;
import dev.troupe.node.crypto.Randomness;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAKeyGenParameterSpec;
import org.jspecify.annotations.Nullable;

/** Makes private keys. Stateless; any thread, best one that may block: a large prime takes seconds. */
public final class KeyGenerator {
    private static final int SMALLEST_RSA = 512;
    private static final int LARGEST_DSA = 10_000;
    private static final int SMALLEST_DIVISOR = 160;
    private static final int LARGEST_RSA = 16_384; // OpenSSL's bound too

    private KeyGenerator() {}

    /** An RSA key. */
    public static RsaKey rsa(int bits, BigInteger exponent, boolean pssOnly, @Nullable PssRules pss) {
        if (bits < SMALLEST_RSA) {
            throw CryptoFailure.of("", "error:1C8000AB:Provider routines::key size too small");
        }
        if (bits > LARGEST_RSA) {
            throw CryptoFailure.of("", "error:02000069:rsa routines::modulus too large");
        }
        if (!exponent.testBit(0) || exponent.compareTo(BigInteger.valueOf(3)) < 0) {
            throw CryptoFailure.openSsl("02000065", "rsa routines", "RSA_", "pub exponent out of range");
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(bits, exponent), Randomness.source());
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
            RsaKey.Secret secret = new RsaKey.Secret(
                    key.getPrivateExponent(),
                    key.getPrimeP(),
                    key.getPrimeQ(),
                    key.getPrimeExponentP(),
                    key.getPrimeExponentQ(),
                    key.getCrtCoefficient());
            return new RsaKey(key.getModulus(), key.getPublicExponent(), secret, pssOnly, pss);
        } catch (GeneralSecurityException refused) {
            throw CryptoFailure.of("ERR_CRYPTO_OPERATION_FAILED", "Key generation job failed");
        }
    }

    /** A key on a curve. */
    public static EcKey ec(Curve curve, boolean explicit) {
        EcKey key = EcKey.ofScalar(curve, curve.randomScalar());
        return new EcKey(curve, key.point(), key.scalar(), explicit);
    }

    /** A DSA key with numbers of its own (FIPS 186-4 §A.1: q first, then p one more than a multiple of it). */
    public static DsaKey dsa(int bits, int divisorBits) {
        if (bits > LARGEST_DSA || divisorBits >= bits || divisorBits < SMALLEST_DIVISOR) {
            throw CryptoFailure.openSsl("0500006A", "dsa routines", "DSA_", "invalid parameters");
        }
        BigInteger q = Primes.random(divisorBits);
        BigInteger p = Primes.random(bits, false, q.shiftLeft(1), BigInteger.ONE);
        BigInteger cofactor = p.subtract(BigInteger.ONE).divide(q);
        BigInteger g;
        BigInteger h = BigInteger.ONE;
        do {
            h = h.add(BigInteger.ONE);
            g = h.modPow(cofactor, p);
        } while (g.equals(BigInteger.ONE));
        BigInteger x = Primes.randomBetween(BigInteger.ONE, q);
        return new DsaKey(p, q, g, g.modPow(x, p), x);
    }

    /** A Diffie-Hellman key for a prime and a generator. */
    public static DhKey dh(BigInteger p, BigInteger g) {
        BigInteger x = Primes.randomBetween(
                BigInteger.TWO, p.subtract(BigInteger.ONE).shiftRight(1).max(BigInteger.valueOf(3)));
        return new DhKey(p, g, g.modPow(x, p), x);
    }
}
