package dev.troupe.node.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.node.crypto.asymmetric.Agreement;
import dev.troupe.node.crypto.asymmetric.Signatures;
import dev.troupe.node.crypto.key.AsymmetricKey;
import dev.troupe.node.crypto.key.Curve;
import dev.troupe.node.crypto.key.Curves;
import dev.troupe.node.crypto.key.EcKey;
import dev.troupe.node.crypto.key.Jwk;
import dev.troupe.node.crypto.key.KeyDecoder;
import dev.troupe.node.crypto.key.KeyGenerator;
import dev.troupe.node.crypto.key.KeyWriter;
import dev.troupe.node.crypto.key.OkpCurve;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeysTest {
    private static final Signatures.Options DEFAULT = new Signatures.Options(0, Signatures.NO_SALT_LENGTH, false);
    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);

    @Test
    void ed25519DerivesThePublicKeyOfRfc8032() {
        byte[] secret = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        assertEquals(
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                HexFormat.of().formatHex(OkpCurve.ED25519.ofSecret(secret).publicBytes()));
    }

    @ParameterizedTest
    @EnumSource(OkpCurve.class)
    void keysOfRfc8410SurviveTheirEncodings(OkpCurve curve) {
        assertSurvives(curve.generate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"prime256v1", "secp384r1", "secp521r1", "secp256k1", "brainpoolP256r1", "secp224r1"})
    void keysOnCurvesSurviveTheirEncodingsSignAndAgree(String name) {
        Curve curve = Curves.require(name);
        EcKey own = KeyGenerator.ec(curve, false);
        EcKey other = KeyGenerator.ec(curve, true);
        assertSurvives(own);
        assertSurvives(other);
        assertArrayEquals(Agreement.secret(own, other.toPublic()), Agreement.secret(other, own.toPublic()));
        assertSigns(own);
    }

    @Test
    void theJdkAcceptsWhatOwnArithmeticSays() {
        // the JDK signs, own arithmetic checks; and the public point is own arithmetic's
        EcKey key = EcKey.ofScalar(Curves.require("P-256"), BigInteger.valueOf(12345));
        assertSigns(key);
    }

    @Test
    void dsaAndRsaKeysSign() {
        assertSigns(KeyGenerator.dsa(512, 160));
        assertSigns(KeyGenerator.rsa(1024, BigInteger.valueOf(65537), false, null));
        assertSigns(KeyGenerator.rsa(1024, BigInteger.valueOf(3), true, null));
    }

    private static void assertSigns(AsymmetricKey key) {
        byte[] signature = Signatures.sign(key, "sha256", MESSAGE, DEFAULT);
        assertTrue(Signatures.verify(key.toPublic(), "sha256", MESSAGE, signature, DEFAULT));
        assertFalse(Signatures.verify(key.toPublic(), "sha256", new byte[] {1}, signature, DEFAULT));
        signature[signature.length - 1] ^= 1;
        assertFalse(Signatures.verify(key.toPublic(), "sha256", MESSAGE, signature, DEFAULT));
    }

    private static void assertSurvives(AsymmetricKey key) {
        KeyWriter.Protection protection =
                new KeyWriter.Protection("aes-256-cbc", "secret".getBytes(StandardCharsets.UTF_8));
        Object pem = KeyWriter.privateKey(key, true, "pkcs8", Optional.of(protection));
        byte[] text = ((String) pem).getBytes(StandardCharsets.UTF_8);
        assertTrue(key.sameAs(KeyDecoder.privateKey(text, "", Optional.of(protection.passphrase()))));
        byte[] spki = (byte[]) KeyWriter.publicKey(key, false, "spki");
        assertTrue(key.toPublic().sameAs(KeyDecoder.publicKey(spki, "spki", Optional.empty())));
        assertThrows(
                CryptoFailure.class,
                () -> KeyDecoder.privateKey(text, "", Optional.of("wrong".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void jwkGivesTheKeyBack() {
        AsymmetricKey key = KeyGenerator.ec(Curves.require("P-384"), false);
        assertTrue(key.sameAs(Jwk.read(Jwk.of(key))));
    }

    @Test
    void garbageIsNoKey() {
        for (int length = 0; length < 64; length++) {
            byte[] garbage = Randomness.bytes(length);
            for (String type : new String[] {"pkcs1", "pkcs8", "sec1", "spki"}) {
                assertThrows(CryptoFailure.class, () -> KeyDecoder.publicKey(garbage, type, Optional.empty()));
            }
        }
    }

    @Test
    void aKeySaysNothingOfItsSecret() {
        EcKey key = EcKey.ofScalar(Curves.require("P-256"), BigInteger.valueOf(987654321));
        assertFalse(key.toString().contains("987654321"), key.toString());
    }
}
