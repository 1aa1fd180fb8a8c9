package dev.troupe.node.crypto.key;

import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.asn1.Pem;
import java.util.Optional;

/**
 * Writes keys as Node's {@code keyObject.export} asks: PEM text or DER bytes, under a passphrase or not. Stateless, any
 * thread.
 */
public final class KeyWriter {
    private KeyWriter() {}

    /** A cipher and what the key for it is made of. */
    public record Protection(String cipher, byte[] passphrase) {
        /** Says nothing of the passphrase. */
        @Override
        public String toString() {
            return cipher;
        }
    }

    /** Text for {@code pem}, bytes for {@code der}; the type is {@code pkcs1} or {@code spki}. */
    public static Object publicKey(AsymmetricKey key, boolean pem, String type) {
        if (type.equals("pkcs1")) {
            byte[] der = rsa(key).pkcs1Public();
            return pem ? Pem.text("RSA PUBLIC KEY", der) : der;
        }
        byte[] der = key.spki();
        return pem ? Pem.text("PUBLIC KEY", der) : der;
    }

    private static RsaKey rsa(AsymmetricKey key) {
        if (key instanceof RsaKey rsa && !rsa.pssOnly()) {
            return rsa;
        }
        throw CryptoFailure.of(
                "ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS",
                "The selected key encoding pkcs1 can only be used for RSA keys.");
    }

    /** Text for {@code pem}, bytes for {@code der}; the type is {@code pkcs1}, {@code pkcs8} or {@code sec1}. */
    public static Object privateKey(AsymmetricKey key, boolean pem, String type, Optional<Protection> protection) {
        return switch (type) {
            case "pkcs1" -> old("RSA PRIVATE KEY", rsa(key).pkcs1Private(), pem, protection);
            case "sec1" -> {
                if (!(key instanceof EcKey ec)) {
                    throw CryptoFailure.of(
                            "ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS",
                            "The selected key encoding sec1 can only be used for EC keys.");
                }
                yield old("EC PRIVATE KEY", ec.sec1(), pem, protection);
            }
            default -> pkcs8(key.pkcs8(), pem, protection);
        };
    }

    private static Object pkcs8(byte[] plain, boolean pem, Optional<Protection> protection) {
        if (protection.isEmpty()) {
            return pem ? Pem.text("PRIVATE KEY", plain) : plain;
        }
        byte[] der = EncryptedKeys.encrypt(
                plain, protection.get().cipher(), protection.get().passphrase());
        return pem ? Pem.text("ENCRYPTED PRIVATE KEY", der) : der;
    }

    private static Object old(String label, byte[] der, boolean pem, Optional<Protection> protection) {
        if (!pem) {
            return der;
        }
        return protection
                .map(p -> EncryptedKeys.encryptPem(label, der, p.cipher(), p.passphrase()))
                .orElseGet(() -> Pem.text(label, der));
    }
}
