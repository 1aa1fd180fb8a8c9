package dev.troupe.node.crypto.asymmetric;

import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.Digests;
import dev.troupe.node.crypto.key.AsymmetricKey;
import dev.troupe.node.crypto.key.DsaKey;
import dev.troupe.node.crypto.key.EcKey;
import dev.troupe.node.crypto.key.OkpKey;
import dev.troupe.node.crypto.key.RsaKey;
import java.security.GeneralSecurityException;
import java.security.Signature;

/** Signatures of every kind of key, of a digest or of a whole message. Stateless, any thread. */
public final class Signatures {
    private Signatures() {}

    /**
     * How to sign.
     *
     * @param padding {@code RSA_PKCS1_PADDING} or {@code RSA_PKCS1_PSS_PADDING}; 0 means what suits the key
     * @param saltLength bytes of PSS's salt, or a negative number of {@code RSA_PSS_SALTLEN_*}; {@link #NO_SALT_LENGTH}
     *     means that none was asked for
     * @param plain are the two numbers of ECDSA and DSA put side by side ({@code ieee-p1363}) rather than into DER?
     */
    public record Options(int padding, int saltLength, boolean plain) {}

    /** See {@link Options}. */
    public static final int NO_SALT_LENGTH = Integer.MIN_VALUE;

    /** Signs a digest that {@code hash} made. */
    public static byte[] signDigest(AsymmetricKey key, String hash, byte[] digest, Options options) {
        if (key instanceof RsaKey rsa) {
            return RsaSignatures.sign(rsa, hash, digest, options);
        }
        if (key instanceof EcKey ec) {
            return EcSignatures.sign(ec, digest, options.plain);
        }
        if (key instanceof DsaKey dsa) {
            return DsaSignatures.sign(dsa, digest, options.plain);
        }
        throw unsupported(key);
    }

    /** Checks the signature of a digest that {@code hash} made. */
    public static boolean verifyDigest(
            AsymmetricKey key, String hash, byte[] digest, byte[] signature, Options options) {
        if (key instanceof RsaKey rsa) {
            return RsaSignatures.verify(rsa, hash, digest, signature, options);
        }
        if (key instanceof EcKey ec) {
            return EcSignatures.verify(ec, digest, signature, options.plain);
        }
        if (key instanceof DsaKey dsa) {
            return DsaSignatures.verify(dsa, digest, signature, options.plain);
        }
        throw unsupported(key);
    }

    private static CryptoFailure unsupported(AsymmetricKey key) {
        return key instanceof OkpKey okp && okp.curve().signs()
                ? CryptoFailure.of("ERR_CRYPTO_UNSUPPORTED_OPERATION", "Unsupported crypto operation")
                : CryptoFailure.openSsl(
                        "03000096", "digital envelope routines", "EVP_", "operation not supported for this keytype");
    }

    /**
     * Signs a message.
     *
     * @param hash the hash function; empty means the key's own, or for EdDSA none
     */
    public static byte[] sign(AsymmetricKey key, String hash, byte[] message, Options options) {
        if (key instanceof OkpKey okp && okp.curve().signs()) {
            return edwards(okp, hash, message);
        }
        String function = function(key, hash);
        return signDigest(key, function, digest(function, message), options);
    }

    /** Checks the signature of a message. */
    public static boolean verify(AsymmetricKey key, String hash, byte[] message, byte[] signature, Options options) {
        if (key instanceof OkpKey okp && okp.curve().signs()) {
            return edwards(okp, hash, message, signature);
        }
        String function = function(key, hash);
        return verifyDigest(key, function, digest(function, message), signature, options);
    }

    private static byte[] digest(String function, byte[] message) {
        return Digests.require(function).digest(message);
    }

    private static String function(AsymmetricKey key, String hash) {
        if (hash.isEmpty()) {
            return key instanceof RsaKey rsa && rsa.pss() != null ? rsa.pss().hash() : "sha256";
        }
        return Digests.canonical(hash)
                .orElseThrow(() -> CryptoFailure.type("ERR_CRYPTO_INVALID_DIGEST", "Invalid digest: " + hash));
    }

    private static Signature edwards(OkpKey key, String hash) throws GeneralSecurityException {
        if (!hash.isEmpty()) {
            throw CryptoFailure.openSsl("1C80007A", "Provider routines", "", "invalid digest");
        }
        return Signature.getInstance(key.curve().title());
    }

    private static byte[] edwards(OkpKey key, String hash, byte[] message) {
        try {
            Signature signature = edwards(key, hash);
            signature.initSign(key.curve().jdkPrivate(key));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(key.curve().title(), failure);
        }
    }

    private static boolean edwards(OkpKey key, String hash, byte[] message, byte[] given) {
        try {
            Signature signature = edwards(key, hash);
            signature.initVerify(key.curve().jdkPublic(key.toPublic()));
            signature.update(message);
            return signature.verify(given);
        } catch (GeneralSecurityException malformed) {
            return false; // so does a public key that is no point of the curve
        }
    }
}
