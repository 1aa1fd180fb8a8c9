package dev.troupe.node.crypto.key;

import java.security.MessageDigest;
import java.util.Map;

/**
 * A public key, or a private key with its public half. Immutable, any thread; it ends with the JS object that holds it.
 */
public sealed interface AsymmetricKey permits RsaKey, DsaKey, DhKey, EcKey, OkpKey {

    /** Node's {@code asymmetricKeyType}. */
    String type();

    boolean isPrivate();

    /** This key without what is secret. */
    AsymmetricKey toPublic();

    /** SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), DER. */
    byte[] spki();

    /** PrivateKeyInfo (RFC 5208), DER; of a private key only. */
    byte[] pkcs8();

    /** Node's {@code asymmetricKeyDetails} but for the public exponent: numbers and text by name. */
    Map<String, Object> details();

    /** Has the other the same kind and numbers? Takes the same time wherever they differ. */
    default boolean sameAs(AsymmetricKey other) {
        if (isPrivate() != other.isPrivate()) {
            return false;
        }
        return isPrivate()
                ? MessageDigest.isEqual(pkcs8(), other.pkcs8())
                : MessageDigest.isEqual(spki(), other.spki());
    }
}
