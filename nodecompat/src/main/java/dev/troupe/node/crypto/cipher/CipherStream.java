package dev.troupe.node.crypto.cipher;

import dev.troupe.node.crypto.CryptoFailure;

/**
 * One message on its way through a cipher. Owned by the JS object that holds it, on the loop of its actor, or by one
 * piece of work; it ends with {@link #finish}.
 */
public interface CipherStream {

    /** The output that this input makes possible. */
    byte[] update(byte[] input);

    /**
     * The rest of the output. A block cipher that pads takes {@code padded} into account; deciphering with a tag checks
     * it.
     */
    byte[] finish(boolean padded);

    /** Adds authenticated data, before any input. */
    default void authenticate(byte[] data) {
        throw CryptoFailure.of("ERR_CRYPTO_INVALID_STATE", "Invalid state for operation setAAD");
    }

    /** The tag of an enciphered message, after its end: all 16 bytes. */
    default byte[] tag() {
        throw CryptoFailure.of("ERR_CRYPTO_INVALID_STATE", "Invalid state for operation getAuthTag");
    }

    /** The tag that a message to decipher must have, 16 bytes or fewer; before its end. */
    default void expect(byte[] tag) {
        throw CryptoFailure.of("ERR_CRYPTO_INVALID_STATE", "Invalid state for operation setAuthTag");
    }

    /** How a message that does not have its tag fails. */
    static CryptoFailure unauthentic() {
        return CryptoFailure.of("", "Unsupported state or unable to authenticate data");
    }
}
