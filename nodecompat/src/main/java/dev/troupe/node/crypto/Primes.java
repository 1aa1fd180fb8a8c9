package dev.troupe.node.crypto;

import java.math.BigInteger;

/**
 * Random primes and tests of primality. Stateless; any thread, best one that may block. Searches end when their thread
 * is interrupted, which is how an actor's end reaches them.
 */
public final class Primes {
    /** One in 2^128 composites passes: OpenSSL's 64 rounds for numbers that somebody else chose. */
    private static final int CERTAINTY = 128;

    /** Bits of the largest prime that a program may ask for: OpenSSL gives up there for Diffie-Hellman too. */
    public static final int MOST_BITS = 10_000;

    /** The product of the primes below 2000. */
    private static final BigInteger SMALL = smallPrimes();

    private Primes() {}

    /**
     * Is it prime, as far as one knows?
     *
     * @param rounds of Miller and Rabin's test; 0 means as many as are needed
     */
    public static boolean isProbable(BigInteger number, int rounds) {
        return number.signum() > 0 && number.isProbablePrime(rounds == 0 ? CERTAINTY : Math.min(2 * rounds, CERTAINTY * 2));
    }

    /** A random prime of exactly {@code bits} bits. */
    public static BigInteger random(int bits) {
        while (true) {
            checkInterrupt();
            // the highest two bits are set, as OpenSSL does it, so that a product of two has all its bits
            BigInteger candidate = new BigInteger(bits, Randomness.source())
                    .setBit(bits - 1)
                    .setBit(Math.max(0, bits - 2))
                    .setBit(0);
            if (isQuick(candidate) && isProbable(candidate, 0)) {
                return candidate;
            }
        }
    }

    /**
     * A random prime with conditions.
     *
     * @param safe shall (p - 1) / 2 be prime too?
     * @param add p shall be {@code remainder} modulo this; zero means no condition
     */
    public static BigInteger random(int bits, boolean safe, BigInteger add, BigInteger remainder) {
        while (true) {
            checkInterrupt();
            BigInteger candidate;
            if (add.signum() != 0) {
                BigInteger start = new BigInteger(bits, Randomness.source()).setBit(bits - 1);
                candidate = start.subtract(start.mod(add)).add(remainder);
                if (candidate.bitLength() != bits) {
                    continue;
                }
            } else if (safe) {
                candidate = new BigInteger(bits - 1, Randomness.source())
                        .setBit(bits - 2)
                        .setBit(0)
                        .shiftLeft(1)
                        .setBit(0);
            } else {
                return random(bits);
            }
            boolean good = isQuick(candidate) && (!safe || isQuick(candidate.shiftRight(1)));
            if (good && isProbable(candidate, 0) && (!safe || isProbable(candidate.shiftRight(1), 0))) {
                return candidate;
            }
        }
    }

    /** Rules most composites out cheaply: by the small primes first. */
    private static boolean isQuick(BigInteger number) {
        boolean small = number.bitLength() < 32;
        return (small || number.gcd(SMALL).equals(BigInteger.ONE)) && number.isProbablePrime(2);
    }

    private static BigInteger smallPrimes() {
        BigInteger product = BigInteger.ONE;
        for (int i = 2; i < 2000; i++) {
            BigInteger candidate = BigInteger.valueOf(i);
            if (candidate.isProbablePrime(50)) {
                product = product.multiply(candidate);
            }
        }
        return product;
    }

    /** A random number from {@code low} to {@code high - 1}. */
    public static BigInteger randomBetween(BigInteger low, BigInteger high) {
        BigInteger range = high.subtract(low);
        while (true) {
            BigInteger number = new BigInteger(range.bitLength(), Randomness.source());
            if (number.compareTo(range) < 0) {
                return number.add(low);
            }
        }
    }

    /** Ends the search of an actor that has ended. */
    public static void checkInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw CryptoFailure.of("ERR_CRYPTO_OPERATION_FAILED", "The actor has ended");
        }
    }
}
