package dev.troupe.node.crypto.key;

import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.asn1.MalformedException;
import dev.troupe.node.crypto.asn1.Pem;
import java.util.List;
import java.util.Optional;

/**
 * Finds the key in what a program gives for one: PEM text with several blocks, or DER of a named type, encrypted or
 * not. Stateless, any thread. Failures are OpenSSL's.
 */
public final class KeyDecoder {
    private static final int LONGEST_PASSPHRASE = 1024; // OpenSSL's buffer

    private KeyDecoder() {}

    /**
     * A private key.
     *
     * @param type of DER: {@code pkcs1}, {@code pkcs8} or {@code sec1}; empty for PEM
     */
    public static AsymmetricKey privateKey(byte[] bytes, String type, Optional<byte[]> passphrase) {
        return decoded(() -> type.isEmpty() ? privatePem(bytes, passphrase) : privateDer(bytes, type, passphrase));
    }

    /**
     * A public key, also that of a private key or a certificate.
     *
     * @param type of DER: {@code pkcs1}, {@code spki}, or one of a private key; empty for PEM
     */
    public static AsymmetricKey publicKey(byte[] bytes, String type, Optional<byte[]> passphrase) {
        return decoded(() -> type.isEmpty() ? publicPem(bytes, passphrase) : publicDer(bytes, type, passphrase));
    }

    private static AsymmetricKey decoded(java.util.function.Supplier<AsymmetricKey> work) {
        try {
            return work.get();
        } catch (MalformedException | ArithmeticException malformed) {
            throw unsupported();
        }
    }

    private static CryptoFailure unsupported() {
        return CryptoFailure.openSsl("1E08010C", "DECODER routines", "", "unsupported");
    }

    private static AsymmetricKey privatePem(byte[] text, Optional<byte[]> passphrase) {
        for (Pem block : Pem.blocks(text)) {
            if (isPrivate(block.label())) {
                return privateBlock(block, passphrase);
            }
        }
        throw unsupported();
    }

    private static boolean isPrivate(String label) {
        return label.endsWith("PRIVATE KEY");
    }

    private static AsymmetricKey privateBlock(Pem block, Optional<byte[]> passphrase) {
        if (block.label().equals("ENCRYPTED PRIVATE KEY")) {
            return KeyReader.pkcs8(EncryptedKeys.decrypt(block.bytes(), asked(passphrase)));
        }
        byte[] der =
                EncryptedKeys.isEncrypted(block) ? EncryptedKeys.decryptPem(block, asked(passphrase)) : block.bytes();
        return switch (block.label()) {
            case "PRIVATE KEY" -> KeyReader.pkcs8(der);
            case "RSA PRIVATE KEY" -> KeyReader.rsaPrivate(der, false, null);
            case "EC PRIVATE KEY" -> KeyReader.ecPrivate(der, null);
            case "DSA PRIVATE KEY" -> KeyReader.dsaPrivate(der);
            default -> throw unsupported();
        };
    }

    /** The passphrase that OpenSSL would ask its user for. */
    private static byte[] asked(Optional<byte[]> passphrase) {
        return passphrase
                .filter(given -> given.length <= LONGEST_PASSPHRASE)
                .orElseThrow(() -> CryptoFailure.openSsl(
                        "07880109", "common libcrypto routines", "CRYPTO_", "interrupted or cancelled"));
    }

    private static AsymmetricKey privateDer(byte[] der, String type, Optional<byte[]> passphrase) {
        return switch (type) {
            case "pkcs1" -> KeyReader.rsaPrivate(der, false, null);
            case "sec1" -> KeyReader.ecPrivate(der, null);
            default -> pkcs8(der, passphrase);
        };
    }

    private static AsymmetricKey pkcs8(byte[] der, Optional<byte[]> passphrase) {
        try {
            return KeyReader.pkcs8(der);
        } catch (MalformedException plain) {
            if (!looksEncrypted(der)) {
                throw CryptoFailure.openSsl("0680008E", "asn1 encoding routines", "ASN1_", "not enough data");
            }
        }
        byte[] secret = passphrase.orElseThrow(
                () -> CryptoFailure.type("ERR_MISSING_PASSPHRASE", "Passphrase required for encrypted key"));
        return KeyReader.pkcs8(EncryptedKeys.decrypt(der, secret));
    }

    private static boolean looksEncrypted(byte[] der) {
        try {
            dev.troupe.node.crypto.asn1.DerReader info =
                    dev.troupe.node.crypto.asn1.DerReader.of(der).sequence();
            info.sequence().oid();
            info.octets();
            return true;
        } catch (MalformedException other) {
            return false;
        }
    }

    private static AsymmetricKey publicPem(byte[] text, Optional<byte[]> passphrase) {
        List<Pem> blocks = Pem.blocks(text);
        for (Pem block : blocks) {
            switch (block.label()) {
                case "PUBLIC KEY" -> {
                    return spki(block.bytes());
                }
                case "RSA PUBLIC KEY" -> {
                    return KeyReader.rsaPublic(block.bytes(), false, null);
                }
                case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE" -> {
                    return KeyReader.certificate(block.bytes());
                }
                default -> {
                    if (isPrivate(block.label())) {
                        return privateBlock(block, passphrase).toPublic();
                    }
                }
            }
        }
        throw unsupported();
    }

    private static AsymmetricKey spki(byte[] der) {
        try {
            return KeyReader.spki(der);
        } catch (MalformedException malformed) {
            throw CryptoFailure.openSsl("068000A8", "asn1 encoding routines", "ASN1_", "wrong tag");
        }
    }

    private static AsymmetricKey publicDer(byte[] der, String type, Optional<byte[]> passphrase) {
        try {
            return switch (type) {
                case "spki" -> KeyReader.spki(der);
                case "pkcs1" -> pkcs1(der);
                default -> privateDer(der, type, passphrase).toPublic();
            };
        } catch (MalformedException malformed) {
            throw CryptoFailure.openSsl("0680009B", "asn1 encoding routines", "ASN1_", "too long");
        }
    }

    private static AsymmetricKey pkcs1(byte[] der) {
        try {
            return KeyReader.rsaPrivate(der, false, null).toPublic();
        } catch (MalformedException notPrivate) {
            return KeyReader.rsaPublic(der, false, null);
        }
    }
}
