package dev.troupe.node.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnAlgorithmsTest {

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "ripemd160, 8eb208f7e05d987a9b044a8e98c6b087f15a0bfc",
        "blake2s256, 508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982",
        "shake128, 5881092dd818bf5cf8a3ddb793fbcba7",
        "md5-sha1, 900150983cd24fb0d6963f7d28e17f72a9993e364706816aba3e25717850c26c9cd0d89d",
    })
    void digestsOfAbcAreThePublishedOnes(String name, String expected) {
        assertEquals(expected, hex(Digests.require(name).digest(utf8("abc"))));
    }

    @Test
    void blake2bOfAbcIsThatOfRfc7693() {
        assertTrue(hex(Digests.require("blake2b512").digest(utf8("abc")))
                .startsWith("ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ripemd160", "blake2b512", "blake2s256", "shake256", "md5-sha1"})
    void piecesAndCopiesGiveTheDigestOfTheWhole(String name) {
        byte[] input = new byte[1000];
        Arrays.fill(input, (byte) 7);
        byte[] expected = Digests.require(name).digest(input);
        for (int cut = 0; cut <= input.length; cut += 37) {
            MessageDigest first = Digests.require(name);
            first.update(input, 0, cut);
            MessageDigest copy = Digests.copy(first);
            copy.update(input, cut, input.length - cut);
            assertArrayEquals(expected, copy.digest(), name + " cut at " + cut);
        }
    }

    @Test
    void hmacTakesAnEmptyKey() {
        assertEquals(
                "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad",
                hex(Hmac.of("sha256", new byte[0]).of(new byte[0])));
    }

    @Test
    void scryptGivesTheVectorOfRfc7914() {
        assertEquals(
                "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830da"
                        + "c727afb94a83ee6d8360cbdfa2cc0640",
                hex(Scrypt.derive(utf8("password"), utf8("NaCl"), 1024, 8, 16, 64)));
    }

    @Test
    void scryptTakesNoMoreMemoryThanTheHostGives() {
        assertThrows(CryptoFailure.class, () -> Scrypt.check(1 << 22, 8, 1, Long.MAX_VALUE));
        assertThrows(CryptoFailure.class, () -> Scrypt.check(1L << 60, 1 << 30, 1, Long.MAX_VALUE));
    }

    @Test
    void hkdfGivesTheFirstVectorOfRfc5869() {
        byte[] key = new byte[22];
        Arrays.fill(key, (byte) 0x0b);
        byte[] salt = HexFormat.of().parseHex("000102030405060708090a0b0c");
        byte[] info = HexFormat.of().parseHex("f0f1f2f3f4f5f6f7f8f9");
        assertEquals(
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
                hex(Hkdf.derive("sha256", key, salt, info, 42)));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 16, 33, 64, 128})
    void safePrimesAreSafe(int bits) {
        BigInteger prime = Primes.random(bits, true, BigInteger.ZERO, BigInteger.ZERO);
        assertEquals(bits, prime.bitLength());
        assertTrue(prime.isProbablePrime(50) && prime.shiftRight(1).isProbablePrime(50), prime.toString());
    }

    @Test
    void aSearchEndsWithItsThread() {
        Thread.currentThread().interrupt();
        try {
            assertThrows(CryptoFailure.class, () -> Primes.random(64, false, BigInteger.valueOf(64), BigInteger.TWO));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }
}
