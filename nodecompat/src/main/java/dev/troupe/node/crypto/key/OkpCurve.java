package dev.troupe.node.crypto.key;

import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.Randomness;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;

/** The curves of RFC 8410, over the JDK's implementation. Constants; any thread. */
public enum OkpCurve {
    X25519("x25519", "X25519", "1.3.101.110", 32),
    X448("x448", "X448", "1.3.101.111", 56),
    ED25519("ed25519", "Ed25519", "1.3.101.112", 32),
    ED448("ed448", "Ed448", "1.3.101.113", 57);

    private final String type;
    private final String title;
    private final String oid;
    private final int size;

    OkpCurve(String type, String title, String oid, int size) {
        this.type = type;
        this.title = title;
        this.oid = oid;
        this.size = size;
    }

    /** Node's {@code asymmetricKeyType}. */
    public String type() {
        return type;
    }

    /** The name in JWK and in the JDK. */
    public String title() {
        return title;
    }

    String oid() {
        return oid;
    }

    /** Bytes of a public or a private key. */
    public int size() {
        return size;
    }

    /** Is it for signatures? */
    public boolean signs() {
        return this == ED25519 || this == ED448;
    }

    static Optional<OkpCurve> ofOid(String oid) {
        return Arrays.stream(values()).filter(curve -> curve.oid.equals(oid)).findFirst();
    }

    /** By Node's type or by JWK's name. */
    public static Optional<OkpCurve> of(String name) {
        return Arrays.stream(values())
                .filter(curve -> curve.type.equals(name) || curve.title.equals(name))
                .findFirst();
    }

    /** A new private key. */
    public OkpKey generate() {
        return ofSecret(Randomness.bytes(size));
    }

    /**
     * The private key of secret bytes. The JDK has no way from secret to public but generation, which takes the secret
     * from its source of randomness: here a source that gives these bytes.
     */
    public OkpKey ofSecret(byte[] secret) {
        if (secret.length != size) {
            throw CryptoFailure.of("ERR_CRYPTO_INVALID_KEYLEN", "Invalid key length");
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(title);
            generator.initialize(new NamedParameterSpec(title), new Given(secret));
            KeyPair pair = generator.generateKeyPair();
            byte[] spki = pair.getPublic().getEncoded();
            OkpKey key = new OkpKey(this, Arrays.copyOfRange(spki, spki.length - size, spki.length), secret.clone());
            check(pair, secret);
            return key;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(title, failure);
        }
    }

    /** Did generation take the bytes as they were? */
    private void check(KeyPair pair, byte[] secret) {
        boolean same = pair.getPrivate() instanceof EdECPrivateKey edwards
                ? pair.getPublic() instanceof EdECPublicKey
                        && Arrays.equals(edwards.getBytes().orElse(new byte[0]), secret)
                : pair.getPrivate() instanceof java.security.interfaces.XECPrivateKey montgomery
                        && sameButForClamping(montgomery.getScalar().orElse(new byte[0]), secret);
        if (!same) {
            throw new IllegalStateException("This JDK does not make " + title + " keys of given bytes");
        }
    }

    private boolean sameButForClamping(byte[] made, byte[] secret) {
        return made.length == secret.length && Arrays.equals(made, 1, size - 1, secret, 1, size - 1);
    }

    /** The JDK's private key. */
    public PrivateKey jdkPrivate(OkpKey key) throws GeneralSecurityException {
        return KeyFactory.getInstance(title).generatePrivate(new PKCS8EncodedKeySpec(key.pkcs8()));
    }

    /** The JDK's public key. */
    public PublicKey jdkPublic(OkpKey key) throws GeneralSecurityException {
        return KeyFactory.getInstance(title).generatePublic(new X509EncodedKeySpec(key.spki()));
    }

    /** A source of randomness that gives what it was given, once. */
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] target) {
            if (target.length != bytes.length) {
                throw new IllegalStateException("asked for " + target.length + " bytes");
            }
            System.arraycopy(bytes, 0, target, 0, bytes.length);
        }
    }
}
