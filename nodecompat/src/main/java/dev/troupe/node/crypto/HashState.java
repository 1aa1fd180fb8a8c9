package dev.troupe.node.crypto;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * What is below one JS {@code Hash}: a digest and how long its result shall be. Owned by the JS object that holds it,
 * on the loop of its actor; it ends with that object.
 */
public final class HashState {
    private final int outputLength;

    private final MessageDigest digest;
    private byte @Nullable [] finished;

    private HashState(MessageDigest digest, int outputLength) {
        this.digest = digest;
        this.outputLength = outputLength;
    }

    /**
     * Begins.
     *
     * @param outputLength bytes of the result; -1 means the function's own
     */
    public static HashState of(String name, int outputLength) {
        MessageDigest digest =
                Digests.find(name).orElseThrow(() -> CryptoFailure.of("", "Digest method not supported"));
        return of(digest, outputLength);
    }

    private static HashState of(MessageDigest digest, int outputLength) {
        if (outputLength >= 0 && outputLength != digest.getDigestLength() && !(digest instanceof Shake)) {
            throw CryptoFailure.openSsl("030000B2", "digital envelope routines", "EVP_", "not XOF or invalid length");
        }
        return new HashState(digest, outputLength < 0 ? digest.getDigestLength() : outputLength);
    }

    public void update(byte[] bytes) {
        digest.update(bytes);
    }

    /** The digest; every later call gives the same. */
    public byte[] finish() {
        byte[] result = finished;
        if (result == null) {
            result = digest instanceof Shake shake ? shake.squeeze(outputLength) : digest.digest();
            finished = result;
        }
        return result;
    }

    /** An independent state with the same input so far. */
    public HashState copy(int newOutputLength) {
        return of(Digests.copy(digest), newOutputLength);
    }
}
