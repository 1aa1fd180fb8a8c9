package dev.troupe.node.crypto;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * HMAC (RFC 2104) over any hash function, with any key: the JDK's takes no empty key, and only its own functions. Made
 * for one message after another; not thread-safe.
 */
public final class Hmac {
    private final MessageDigest innerStart;
    private final MessageDigest outerStart;
    private MessageDigest inner;

    private Hmac(MessageDigest innerStart, MessageDigest outerStart, MessageDigest inner) {
        this.innerStart = innerStart;
        this.outerStart = outerStart;
        this.inner = inner;
    }

    /** A MAC with the hash function {@code name}; an unknown one is {@code ERR_CRYPTO_INVALID_DIGEST}. */
    public static Hmac of(String name, byte[] key) {
        MessageDigest inner = Digests.require(name);
        MessageDigest outer = Digests.copy(inner);
        int width = Digests.blockLength(name);
        byte[] padded = Arrays.copyOf(key.length > width ? Digests.copy(inner).digest(key) : key, width);
        for (int i = 0; i < width; i++) {
            padded[i] ^= 0x36;
        }
        inner.update(padded);
        for (int i = 0; i < width; i++) {
            padded[i] ^= 0x36 ^ 0x5c;
        }
        outer.update(padded);
        Arrays.fill(padded, (byte) 0);
        return new Hmac(inner, outer, Digests.copy(inner));
    }

    /** The bytes of a result. */
    public int length() {
        return innerStart.getDigestLength();
    }

    public void update(byte[] bytes) {
        inner.update(bytes);
    }

    /** The MAC of what was given since the last call. */
    public byte[] finish() {
        byte[] digest = inner.digest();
        inner = Digests.copy(innerStart);
        return Digests.copy(outerStart).digest(digest);
    }

    /** The MAC of one message. */
    public byte[] of(byte[] message) {
        update(message);
        return finish();
    }
}
