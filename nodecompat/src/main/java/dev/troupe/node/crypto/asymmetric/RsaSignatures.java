package dev.troupe.node.crypto.asymmetric;

import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.asn1.Der;
import dev.troupe.node.crypto.key.DigestOids;
import dev.troupe.node.crypto.key.PssRules;
import dev.troupe.node.crypto.key.RsaKey;
import java.security.MessageDigest;
import java.util.Arrays;

/** RSASSA-PKCS1-v1_5 and RSASSA-PSS (RFC 8017 §8). Stateless, any thread. */
final class RsaSignatures {
    private static final int PKCS1 = 1;
    private static final int OAEP = 4;
    private static final int PSS = 6;
    private static final int SALT_OF_DIGEST = -1;
    private static final int SALT_MAX_OR_AUTO = -2;
    private static final int SALT_MAX = -3;

    private RsaSignatures() {}

    static byte[] sign(RsaKey key, String hash, byte[] digest, Signatures.Options options) {
        byte[] block;
        if (padding(key, options) == PSS) {
            int bits = key.modulus().bitLength() - 1;
            int salt = signingSalt(key, digest, options, (bits + 7) / 8);
            allowed(key, hash);
            byte[] encoded = Pss.encode(digest, hash, maskHash(key, hash), salt, bits);
            block = new byte[key.size()];
            System.arraycopy(encoded, 0, block, block.length - encoded.length, encoded.length);
        } else {
            block = pkcs1(key, hash, digest);
        }
        return RawRsa.privatePower(key, block);
    }

    static boolean verify(RsaKey key, String hash, byte[] digest, byte[] signature, Signatures.Options options) {
        int padding = padding(key, options);
        if (padding == PSS) {
            allowed(key, hash);
        }
        if (signature.length != key.size()) {
            return false;
        }
        byte[] block;
        try {
            block = RawRsa.publicPower(key, signature);
        } catch (CryptoFailure outOfRange) {
            return false;
        }
        if (padding == PKCS1) {
            return MessageDigest.isEqual(block, pkcs1(key, hash, digest));
        }
        int salt = options.saltLength() == SALT_OF_DIGEST ? digest.length : options.saltLength();
        return Pss.verify(
                block, digest, hash, maskHash(key, hash), salt, key.modulus().bitLength() - 1);
    }

    private static int padding(RsaKey key, Signatures.Options options) {
        int padding = options.padding() == 0 ? key.pssOnly() ? PSS : PKCS1 : options.padding();
        if (padding == PSS || padding == PKCS1 && !key.pssOnly()) {
            return padding;
        }
        throw padding == PKCS1 || padding == OAEP
                ? CryptoFailure.openSsl("1C8000A5", "Provider routines", "", "illegal or unsupported padding mode")
                : CryptoFailure.openSsl("1C8000A8", "Provider routines", "", "invalid padding mode");
    }

    private static void allowed(RsaKey key, String hash) {
        PssRules rules = key.pss();
        if (rules != null && !rules.hash().equals(hash)) {
            throw CryptoFailure.openSsl("1C8000AE", "Provider routines", "", "digest not allowed");
        }
    }

    private static String maskHash(RsaKey key, String hash) {
        PssRules rules = key.pss();
        return rules == null ? hash : rules.mgf1Hash();
    }

    private static int signingSalt(RsaKey key, byte[] digest, Signatures.Options options, int blockLength) {
        PssRules rules = key.pss();
        int most = blockLength - digest.length - 2;
        int salt =
                switch (options.saltLength()) {
                    case SALT_OF_DIGEST -> digest.length;
                    case Signatures.NO_SALT_LENGTH, SALT_MAX_OR_AUTO, SALT_MAX -> {
                        if (most < 0) {
                            throw CryptoFailure.openSsl(
                                    "0200006E", "rsa routines", "RSA_", "data too large for key size");
                        }
                        yield most;
                    }
                    default -> options.saltLength();
                };
        if (rules != null && salt < rules.saltLength()) {
            throw CryptoFailure.openSsl("1C8000AC", "Provider routines", "", "pss saltlen too small");
        }
        return salt;
    }

    /** EMSA-PKCS1-v1_5 (RFC 8017 §9.2). */
    private static byte[] pkcs1(RsaKey key, String hash, byte[] digest) {
        byte[] body = DigestOids.find(hash)
                .map(oid -> Der.sequence(Der.sequence(Der.oid(oid), Der.nothing()), Der.octets(digest)))
                .orElseGet(() -> withoutOid(hash, digest));
        byte[] block = new byte[key.size()];
        int filled = block.length - body.length - 1;
        if (filled < 10) {
            throw CryptoFailure.openSsl("02000070", "rsa routines", "RSA_", "digest too big for rsa key");
        }
        Arrays.fill(block, 1, filled, (byte) 0xff);
        block[1] = 1;
        System.arraycopy(body, 0, block, filled + 1, body.length);
        return block;
    }

    private static byte[] withoutOid(String hash, byte[] digest) {
        if (hash.equals("md5-sha1")) {
            return digest; // RFC 2246 §7.4.3
        }
        throw CryptoFailure.openSsl("1C80007A", "Provider routines", "", "invalid digest");
    }
}
