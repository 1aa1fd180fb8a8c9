package dev.troupe.node.crypto.key;

import java.security.MessageDigest;

/** The bytes of a symmetric key. Immutable, any thread; it ends with the JS object that holds it. */
public final class SecretKey {
    private final byte[] bytes;

    /** A copy of {@code bytes}. */
    public SecretKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    /** Compares in constant time. */
    public boolean sameAs(SecretKey other) {
        return MessageDigest.isEqual(bytes, other.bytes);
    }
}
