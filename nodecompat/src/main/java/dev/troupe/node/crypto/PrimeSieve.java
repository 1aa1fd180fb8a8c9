package dev.troupe.node.crypto;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Optional;

/**
 * Candidates for large primes, {@code start}, {@code start + step}, {@code start + 2·step}, …, without those that a
 * small prime divides: for each candidate left there is a costly test, and fewer than one in ten is left. Stateless,
 * any thread.
 */
final class PrimeSieve {
    /** Candidates that are sieved at once. */
    private static final int WINDOW = 1 << 15;

    /**
     * The odd primes below this: with ten times as many the test is needed a fifth less often, and the table is ten
     * times as large.
     */
    private static final int BOUND = 1 << 18;

    private static final int[] SMALL = smallPrimes();

    private PrimeSieve() {}

    private static int[] smallPrimes() {
        BitSet composite = new BitSet(BOUND);
        for (int i = 3; i < BOUND; i += 2) {
            if (!composite.get(i)) {
                for (int j = 3 * i; j < BOUND; j += 2 * i) {
                    composite.set(j);
                }
            }
        }
        BitSet primes = new BitSet(BOUND);
        for (int i = 3; i < BOUND; i += 2) {
            primes.set(i, !composite.get(i));
        }
        return primes.stream().toArray();
    }

    /** The first prime of a window; empty if there is none. Every small prime must be smaller than the candidates. */
    static Optional<BigInteger> search(BigInteger start, BigInteger step, boolean safe) {
        BitSet bad = bad(start, step, safe);
        for (int i = bad.nextClearBit(0); i < WINDOW; i = bad.nextClearBit(i + 1)) {
            Primes.checkInterrupt();
            BigInteger candidate = start.add(step.multiply(BigInteger.valueOf(i)));
            boolean odd = candidate.testBit(0) && (!safe || candidate.testBit(1));
            if (!odd) {
                continue;
            }
            BigInteger half = candidate.shiftRight(1);
            boolean likely = (!safe || fermat(half)) && fermat(candidate);
            if (likely && Primes.isProbable(candidate, 0) && (!safe || Primes.isProbable(half, 0))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Fermat's test to base 2: one power, which nearly all composites fail. */
    private static boolean fermat(BigInteger number) {
        return BigInteger.TWO.modPow(number.subtract(BigInteger.ONE), number).equals(BigInteger.ONE);
    }

    /** Those that a small prime divides; of a safe prime p also those where it divides (p - 1) / 2. */
    private static BitSet bad(BigInteger start, BigInteger step, boolean safe) {
        BitSet bad = new BitSet(WINDOW);
        for (int prime : SMALL) {
            BigInteger modulus = BigInteger.valueOf(prime);
            int stride = step.mod(modulus).intValue();
            int first = start.mod(modulus).intValue();
            if (stride == 0) {
                continue; // all of them or none: the test will tell
            }
            int inverse = BigInteger.valueOf(stride).modInverse(modulus).intValue();
            mark(bad, prime, (int) ((long) (prime - first) * inverse % prime));
            if (safe) {
                mark(bad, prime, (int) ((long) (prime - first + 1) * inverse % prime));
            }
        }
        return bad;
    }

    private static void mark(BitSet bad, int prime, int from) {
        for (int i = from; i < WINDOW; i += prime) {
            bad.set(i);
        }
    }
}
