package dev.troupe.node.binding;

import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.Primes;
import dev.troupe.node.crypto.asymmetric.Agreement;
import dev.troupe.node.crypto.key.KeyGenerator;
import dev.troupe.node.crypto.key.ModpGroups;
import dev.troupe.node.crypto.key.Numbers;
import java.math.BigInteger;
import java.util.concurrent.Callable;
import org.graalvm.polyglot.Value;

/** What Node's class {@code DiffieHellman} asks of numbers. Stateless; loop thread, but for the work itself. */
final class DhCalls {
    /** OpenSSL's verdicts, the bits of {@code verifyError}. */
    private static final int NOT_PRIME = 1;

    private static final int NOT_SAFE = 2;
    private static final int UNABLE_TO_CHECK_GENERATOR = 4;
    private static final int NOT_SUITABLE_GENERATOR = 8;
    private static final int MODULUS_TOO_SMALL = 0x80;
    private static final int SMALLEST = 512;
    private static final int LARGEST = 10_000;

    private DhCalls() {}

    /** Arguments: prime's bytes or how many bits it shall have, generator. A new key. */
    static Callable<?> generate(Value[] a) {
        BigInteger generator = BigInteger.valueOf(a[1].asLong());
        if (a[0].isNumber()) {
            int bits = a[0].asInt();
            return () -> KeyGenerator.dh(prime(bits, generator), generator);
        }
        BigInteger prime = Numbers.of(CryptoCalls.data(a[0]));
        return () -> KeyGenerator.dh(prime, generator);
    }

    /** A safe prime for which the generator makes the large subgroup, as OpenSSL makes it. */
    static BigInteger prime(int bits, BigInteger generator) {
        if (bits < SMALLEST) {
            throw CryptoFailure.openSsl("0280007E", "Diffie-Hellman routines", "DH_", "modulus too small");
        }
        if (bits > LARGEST) {
            throw CryptoFailure.openSsl("02800067", "Diffie-Hellman routines", "DH_", "modulus too large");
        }
        int number = generator.bitLength() < 31 ? generator.intValue() : 0;
        return switch (number) {
            case 2 -> Primes.random(bits, true, BigInteger.valueOf(24), BigInteger.valueOf(23));
            case 5 -> Primes.random(bits, true, BigInteger.valueOf(60), BigInteger.valueOf(59));
            default -> Primes.random(bits, true, BigInteger.valueOf(12), BigInteger.valueOf(11));
        };
    }

    /** Arguments: prime, generator. What OpenSSL's DH_check says. */
    static int verify(Value[] a) {
        BigInteger prime = Numbers.of(CryptoCalls.data(a[0]));
        BigInteger generator = Numbers.of(CryptoCalls.data(a[1]));
        if (ModpGroups.contains(prime)) {
            return 0;
        }
        int verdict = prime.bitLength() < SMALLEST ? MODULUS_TOO_SMALL : 0;
        if (generator.compareTo(BigInteger.ONE) <= 0 || generator.compareTo(prime.subtract(BigInteger.ONE)) >= 0) {
            verdict |= NOT_SUITABLE_GENERATOR;
        }
        if (!Primes.isProbable(prime, 0)) {
            verdict |= NOT_PRIME;
        } else if (!Primes.isProbable(prime.shiftRight(1), 0)) {
            verdict |= NOT_SAFE;
        }
        return verdict & ~UNABLE_TO_CHECK_GENERATOR;
    }

    /** Arguments: prime, generator. A private number. */
    static byte[] privateNumber(Value[] a) {
        BigInteger prime = Numbers.of(CryptoCalls.data(a[0]));
        BigInteger most = prime.subtract(BigInteger.ONE).shiftRight(1).max(BigInteger.valueOf(3));
        return Numbers.minimal(Primes.randomBetween(BigInteger.TWO, most));
    }

    /** Arguments: prime, generator, private number. */
    static byte[] publicNumber(Value[] a) {
        BigInteger prime = Numbers.of(CryptoCalls.data(a[0]));
        BigInteger generator = Numbers.of(CryptoCalls.data(a[1]));
        return Numbers.minimal(generator.modPow(Numbers.of(CryptoCalls.data(a[2])), prime));
    }

    /** Arguments: prime, private number, the other's public number. */
    static byte[] secret(Value[] a) {
        BigInteger prime = Numbers.of(CryptoCalls.data(a[0]));
        BigInteger other = Numbers.of(CryptoCalls.data(a[2]));
        if (other.compareTo(BigInteger.ONE) <= 0) {
            throw CryptoFailure.range("ERR_CRYPTO_INVALID_KEYLEN", "Supplied key is too small");
        }
        if (other.compareTo(prime.subtract(BigInteger.ONE)) >= 0) {
            throw CryptoFailure.range("ERR_CRYPTO_INVALID_KEYLEN", "Supplied key is too large");
        }
        return Agreement.secret(prime, Numbers.of(CryptoCalls.data(a[1])), other);
    }
}
