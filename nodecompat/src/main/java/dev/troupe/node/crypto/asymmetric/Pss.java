package dev.troupe.node.crypto.asymmetric;

import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.Digests;
import dev.troupe.node.crypto.Randomness;
import java.security.MessageDigest;
import java.util.Arrays;

/** EMSA-PSS (RFC 8017 §9.1), with the salt's length found out if need be. Stateless, any thread. */
final class Pss {
    private static final byte[] ZEROS = new byte[8];

    private Pss() {}

    /** The block to sign: {@code digest} with a new salt. */
    static byte[] encode(byte[] digest, String hash, String maskHash, int saltLength, int bits) {
        int length = (bits + 7) / 8;
        if (length < digest.length + saltLength + 2) {
            throw CryptoFailure.openSsl("0200006E", "rsa routines", "RSA_", "data too large for key size");
        }
        byte[] salt = Randomness.bytes(saltLength);
        byte[] seal = seal(hash, digest, salt);
        byte[] block = new byte[length];
        int masked = length - seal.length - 1;
        block[masked - saltLength - 1] = 1;
        System.arraycopy(salt, 0, block, masked - saltLength, saltLength);
        Mgf1.mask(block, 0, masked, maskHash, seal);
        block[0] &= (byte) (0xff >>> (8 * length - bits));
        System.arraycopy(seal, 0, block, masked, seal.length);
        block[length - 1] = (byte) 0xbc;
        return block;
    }

    private static byte[] seal(String hash, byte[] digest, byte[] salt) {
        MessageDigest function = Digests.require(hash);
        function.update(ZEROS);
        function.update(digest);
        return function.digest(salt);
    }

    /** Is it the block of {@code digest}? A negative salt length means any. */
    static boolean verify(byte[] encoded, byte[] digest, String hash, String maskHash, int saltLength, int bits) {
        int length = (bits + 7) / 8;
        byte[] block = Arrays.copyOfRange(encoded, encoded.length - length, encoded.length);
        int masked = length - digest.length - 1;
        int unused = 8 * length - bits;
        boolean shaped = masked >= 1
                && (encoded.length == length || encoded[0] == 0)
                && block[length - 1] == (byte) 0xbc
                && (block[0] & 0xff) >>> (8 - unused) == 0;
        if (!shaped) {
            return false;
        }
        byte[] seal = Arrays.copyOfRange(block, masked, length - 1);
        Mgf1.mask(block, 0, masked, maskHash, seal);
        block[0] &= (byte) (0xff >>> unused);
        int at = 0;
        while (at < masked - 1 && block[at] == 0) {
            at++;
        }
        byte[] salt = Arrays.copyOfRange(block, at + 1, masked);
        return block[at] == 1
                && (saltLength < 0 || salt.length == saltLength)
                && MessageDigest.isEqual(seal, seal(hash, digest, salt));
    }
}
