package dev.troupe.node.crypto.asymmetric;

import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.key.Numbers;
import dev.troupe.node.crypto.key.RsaKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPrivateCrtKeySpec;
import javax.crypto.Cipher;

/** The two powers of RSA (RFC 8017 §5) on blocks of the modulus's size. Stateless, any thread. */
final class RawRsa {
    private RawRsa() {}

    static byte[] publicPower(RsaKey key, byte[] block) {
        BigInteger number = Numbers.of(block);
        if (number.compareTo(key.modulus()) >= 0) {
            throw CryptoFailure.openSsl("02000084", "rsa routines", "RSA_", "data too large for modulus");
        }
        return Numbers.fixed(number.modPow(key.exponent(), key.modulus()), key.size());
    }

    /** The JDK's power, which blinds. */
    static byte[] privatePower(RsaKey key, byte[] block) {
        if (Numbers.of(block).compareTo(key.modulus()) >= 0) {
            throw CryptoFailure.openSsl("02000084", "rsa routines", "RSA_", "data too large for modulus");
        }
        RsaKey.Secret secret = key.requireSecret();
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(new RSAPrivateCrtKeySpec(
                                    key.modulus(),
                                    key.exponent(),
                                    secret.d(),
                                    secret.p(),
                                    secret.q(),
                                    secret.dp(),
                                    secret.dq(),
                                    secret.qInverse())));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException | RuntimeException inconsistent) {
            throw CryptoFailure.openSsl("02000044", "rsa routines", "RSA_", "internal error");
        }
    }
}
