package dev.troupe.node.crypto.asymmetric;

import dev.troupe.node.crypto.Primes;
import dev.troupe.node.crypto.Randomness;
import dev.troupe.node.crypto.key.DsaKey;
import java.math.BigInteger;
import java.util.Optional;

/**
 * DSA of a digest (FIPS 186-4 §4.6); the JDK's takes no digest but SHA-1's. Powers take a time that depends on the
 * exponent, hence the nonce is blinded by a random multiple of the order. Stateless, any thread.
 */
final class DsaSignatures {
    private DsaSignatures() {}

    static byte[] sign(DsaKey key, byte[] digest, boolean plain) {
        BigInteger q = key.q();
        BigInteger z = EcSignatures.number(digest, q);
        while (true) {
            BigInteger nonce = Primes.randomBetween(BigInteger.ONE, q);
            BigInteger blinded = nonce.add(q.multiply(new BigInteger(64, Randomness.source())));
            BigInteger r = key.g().modPow(blinded, key.p()).mod(q);
            BigInteger blind = Primes.randomBetween(BigInteger.ONE, q);
            BigInteger inverse =
                    nonce.multiply(blind).mod(q).modInverse(q).multiply(blind).mod(q);
            BigInteger s = inverse.multiply(z.add(r.multiply(key.requireX()))).mod(q);
            if (r.signum() != 0 && s.signum() != 0) {
                return new SignatureForm(r, s).encode(plain, size(q));
            }
        }
    }

    private static int size(BigInteger q) {
        return (q.bitLength() + 7) / 8;
    }

    static boolean verify(DsaKey key, byte[] digest, byte[] given, boolean plain) {
        BigInteger q = key.q();
        Optional<SignatureForm> form = SignatureForm.decode(given, plain, size(q), q);
        if (form.isEmpty()) {
            return false;
        }
        BigInteger r = form.get().r();
        BigInteger inverse = form.get().s().modInverse(q);
        BigInteger first =
                key.g().modPow(EcSignatures.number(digest, q).multiply(inverse).mod(q), key.p());
        BigInteger second = key.y().modPow(r.multiply(inverse).mod(q), key.p());
        return first.multiply(second).mod(key.p()).mod(q).equals(r);
    }
}
