package dev.troupe.node.crypto.key;

import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.Digests;
import dev.troupe.node.crypto.Pbkdf2;
import dev.troupe.node.crypto.Randomness;
import dev.troupe.node.crypto.asn1.Der;
import dev.troupe.node.crypto.asn1.DerReader;
import dev.troupe.node.crypto.asn1.MalformedException;
import dev.troupe.node.crypto.asn1.Pem;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Private keys under a passphrase: EncryptedPrivateKeyInfo with PBES2 (RFC 5208, RFC 8018), and OpenSSL's old PEM
 * headers (RFC 1421 with a key of MD5). Stateless, any thread.
 */
final class EncryptedKeys {
    private static final String HMAC = "1.2.840.113549.2.";
    private static final String AES = "2.16.840.1.101.3.4.1.";
    /** As OpenSSL 3 writes. */
    private static final int ITERATIONS = 2048;
    /** A file that asks for more is not read: the count is the file's, the time the host's. */
    private static final int MOST_ITERATIONS = 10_000_000;

    private static final Map<String, Scheme> BY_NAME = Map.of(
            "aes-128-cbc", new Scheme("AES", AES + "2", 16, 16),
            "aes-192-cbc", new Scheme("AES", AES + "22", 24, 16),
            "aes-256-cbc", new Scheme("AES", AES + "42", 32, 16),
            "aes-128-ecb", new Scheme("AES", AES + "1", 16, 0),
            "aes-192-ecb", new Scheme("AES", AES + "21", 24, 0),
            "aes-256-ecb", new Scheme("AES", AES + "41", 32, 0),
            "des-ede3-cbc", new Scheme("DESede", "1.2.840.113549.3.7", 24, 8));

    private static final Map<String, String> ALIASES =
            Map.of("aes128", "aes-128-cbc", "aes192", "aes-192-cbc", "aes256", "aes-256-cbc", "des3", "des-ede3-cbc");

    private static final Map<String, String> PRF = Map.of(
            HMAC + "7", "sha1",
            HMAC + "8", "sha224",
            HMAC + "9", "sha256",
            HMAC + "10", "sha384",
            HMAC + "11", "sha512",
            HMAC + "12", "sha512-224",
            HMAC + "13", "sha512-256");

    private EncryptedKeys() {}

    /** One cipher for keys; without an IV it is ECB. */
    private record Scheme(String algorithm, String oid, int keyLength, int ivLength) {

        byte[] run(int mode, byte[] key, byte[] iv, byte[] input) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance(algorithm + (ivLength == 0 ? "/ECB" : "/CBC") + "/PKCS5Padding");
            SecretKeySpec spec = new SecretKeySpec(key, algorithm);
            if (ivLength == 0) {
                cipher.init(mode, spec);
            } else {
                cipher.init(mode, spec, new IvParameterSpec(iv));
            }
            return cipher.doFinal(input);
        }

        byte[] decrypt(byte[] key, byte[] iv, byte[] input) {
            try {
                return run(Cipher.DECRYPT_MODE, key, iv, input);
            } catch (GeneralSecurityException wrong) {
                throw CryptoFailure.openSsl("1C800064", "Provider routines", "", "bad decrypt");
            }
        }

        byte[] encrypt(byte[] key, byte[] iv, byte[] input) {
            try {
                return run(Cipher.ENCRYPT_MODE, key, iv, input);
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException(algorithm, failure);
            }
        }
    }

    private static Scheme scheme(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_NAME.get(ALIASES.getOrDefault(lower, lower)))
                .orElseThrow(() -> CryptoFailure.of("ERR_CRYPTO_UNKNOWN_CIPHER", "Unknown cipher"));
    }

    /** EncryptedPrivateKeyInfo of PrivateKeyInfo. */
    static byte[] encrypt(byte[] pkcs8, String cipher, byte[] passphrase) {
        Scheme scheme = scheme(cipher);
        byte[] salt = Randomness.bytes(16);
        byte[] iv = Randomness.bytes(scheme.ivLength);
        byte[] key = Pbkdf2.derive("sha256", passphrase, salt, ITERATIONS, scheme.keyLength);
        byte[] derivation = Der.sequence(
                Der.oid(Oids.PBKDF2),
                Der.sequence(
                        Der.octets(salt), Der.integer(ITERATIONS), Der.sequence(Der.oid(HMAC + "9"), Der.nothing())));
        byte[] vector = scheme.ivLength == 0 ? Der.nothing() : Der.octets(iv);
        byte[] parameters = Der.sequence(derivation, Der.sequence(Der.oid(scheme.oid), vector));
        return Der.sequence(Der.sequence(Der.oid(Oids.PBES2), parameters), Der.octets(scheme.encrypt(key, iv, pkcs8)));
    }

    /** PrivateKeyInfo of EncryptedPrivateKeyInfo. */
    static byte[] decrypt(byte[] der, byte[] passphrase) {
        DerReader info = DerReader.of(der).sequence();
        DerReader algorithm = info.sequence();
        byte[] encrypted = info.octets();
        if (!algorithm.oid().equals(Oids.PBES2)) {
            throw CryptoFailure.openSsl("0308010C", "digital envelope routines", "EVP_", "unsupported");
        }
        DerReader parameters = algorithm.sequence();
        DerReader derivation = parameters.sequence();
        if (!derivation.oid().equals(Oids.PBKDF2)) {
            throw CryptoFailure.openSsl("0308010C", "digital envelope routines", "EVP_", "unsupported");
        }
        DerReader numbers = derivation.sequence();
        byte[] salt = numbers.octets();
        int iterations = numbers.smallInteger();
        if (iterations < 1 || iterations > MOST_ITERATIONS) {
            throw new MalformedException("a key with " + iterations + " iterations");
        }
        if (numbers.tag() == Der.INTEGER) {
            numbers.skip(); // the key's length, which the cipher says already
        }
        String hash =
                numbers.atEnd() ? "sha1" : PRF.getOrDefault(numbers.sequence().oid(), "sha1");
        DerReader cipher = parameters.sequence();
        String oid = cipher.oid();
        Scheme scheme = BY_NAME.values().stream()
                .filter(known -> known.oid.equals(oid))
                .findFirst()
                .orElseThrow(() -> new MalformedException("unknown cipher " + oid));
        byte[] key = Pbkdf2.derive(hash, passphrase, salt, iterations, scheme.keyLength);
        byte[] iv = scheme.ivLength == 0 ? new byte[0] : cipher.octets();
        if (iv.length != scheme.ivLength) {
            throw new MalformedException("an IV of " + iv.length + " bytes");
        }
        return scheme.decrypt(key, iv, encrypted);
    }

    /** PEM text of an old form under a passphrase. */
    static String encryptPem(String label, byte[] der, String cipher, byte[] passphrase) {
        Scheme scheme = withIv(scheme(cipher));
        byte[] iv = Randomness.bytes(scheme.ivLength);
        String lower = cipher.toLowerCase(Locale.ROOT);
        String name = ALIASES.getOrDefault(lower, lower).toUpperCase(Locale.ROOT);
        byte[] encrypted = scheme.encrypt(keyOfMd5(passphrase, iv, scheme.keyLength), iv, der);
        return Pem.text(label, List.of("Proc-Type: 4,ENCRYPTED", "DEK-Info: " + name + "," + hex(iv)), encrypted);
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().withUpperCase().formatHex(bytes);
    }

    /** The DER of an old form's PEM block. */
    static byte[] decryptPem(Pem block, byte[] passphrase) {
        String[] info = block.headers().getOrDefault("DEK-Info", "").split(",");
        if (info.length != 2) {
            throw new MalformedException("DEK-Info");
        }
        Scheme scheme = withIv(scheme(info[0]));
        byte[] iv;
        try {
            iv = java.util.HexFormat.of().parseHex(info[1].trim());
        } catch (IllegalArgumentException notHex) {
            throw new MalformedException("DEK-Info");
        }
        if (iv.length != scheme.ivLength) {
            throw new MalformedException("DEK-Info");
        }
        return scheme.decrypt(keyOfMd5(passphrase, iv, scheme.keyLength), iv, block.bytes());
    }

    /** The IV is the salt of the old forms' keys. */
    private static Scheme withIv(Scheme scheme) {
        if (scheme.ivLength == 0) {
            throw CryptoFailure.of("ERR_CRYPTO_UNKNOWN_CIPHER", "Unknown cipher");
        }
        return scheme;
    }

    static boolean isEncrypted(Pem block) {
        return block.headers().getOrDefault("Proc-Type", "").contains("ENCRYPTED");
    }

    /** OpenSSL's EVP_BytesToKey with MD5 and one round; the salt is the first eight bytes of the IV. */
    private static byte[] keyOfMd5(byte[] passphrase, byte[] iv, int length) {
        MessageDigest md5 = Digests.require("md5");
        byte[] key = new byte[0];
        byte[] last = new byte[0];
        while (key.length < length) {
            md5.update(last);
            md5.update(passphrase);
            md5.update(iv, 0, 8);
            last = md5.digest();
            int from = key.length;
            key = Arrays.copyOf(key, from + last.length);
            System.arraycopy(last, 0, key, from, last.length);
        }
        return Arrays.copyOf(key, length);
    }
}
