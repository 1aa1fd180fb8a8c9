package dev.troupe.node.crypto;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Random primes and tests of primality. Stateless; any thread, best one that may block. Searches end when their thread
 * is interrupted, which is how an actor's end reaches them.
 */
public final class Primes {
    /** One in 2^128 composites passes: OpenSSL's 64 rounds for numbers that somebody else chose. */
    private static final int CERTAINTY = 128;

    /** Bits of the largest prime that a program may ask for: OpenSSL gives up there for Diffie-Hellman too. */
    public static final int MOST_BITS = 10_000;

    /** Bits from which on all numbers are beyond the small primes that a sieve goes by. */
    private static final int SIEVED = 32;

    private Primes() {}

    /**
     * Is it prime, as far as one knows?
     *
     * @param rounds of Miller and Rabin's test; 0 means as many as are needed
     */
    public static boolean isProbable(BigInteger number, int rounds) {
        return number.signum() > 0
                && number.isProbablePrime(rounds == 0 ? CERTAINTY : Math.min(2 * rounds, CERTAINTY * 2));
    }

    /** A random prime of exactly {@code bits} bits. */
    public static BigInteger random(int bits) {
        return random(bits, false, BigInteger.ZERO, BigInteger.ZERO);
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
            BigInteger start = new BigInteger(bits, Randomness.source()).setBit(bits - 1);
            BigInteger step = BigInteger.valueOf(safe ? 4 : 2);
            if (add.signum() != 0) {
                step = add;
                start = start.subtract(start.mod(add)).add(remainder);
            } else {
                // the highest two bits are set, as OpenSSL does it, so that a product of two has all its bits
                start = start.setBit(Math.max(0, bits - 2)).setBit(0);
                start = safe && bits > 2 ? start.setBit(1) : start;
            }
            if (bits > SIEVED) {
                Optional<BigInteger> found = PrimeSieve.search(start, step, safe);
                if (found.isPresent() && found.get().bitLength() == bits) {
                    return found.get();
                }
            } else if (start.bitLength() == bits
                    && isProbable(start, 0)
                    && (!safe || isProbable(start.shiftRight(1), 0))) {
                return start;
            }
        }
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
