package dev.troupe.node.crypto;

import java.util.Arrays;

/** HKDF (RFC 5869). Stateless, any thread. */
public final class Hkdf {
    private static final int MOST_BLOCKS = 255;

    private Hkdf() {}

    /** Extracts and expands; more than 255 results of the hash function are an error with Node's text. */
    public static byte[] derive(String hash, byte[] key, byte[] salt, byte[] info, int length) {
        Hmac extract = Hmac.of(hash, salt);
        int width = extract.length();
        if (length > MOST_BLOCKS * width) {
            throw CryptoFailure.range("ERR_CRYPTO_INVALID_KEYLEN", "Invalid key length");
        }
        Hmac expand = Hmac.of(hash, extract.of(key));
        byte[] result = new byte[length];
        byte[] last = new byte[0];
        for (int at = 0, block = 1; at < length; at += width, block++) {
            expand.update(last);
            expand.update(info);
            last = expand.of(new byte[] {(byte) block});
            System.arraycopy(last, 0, result, at, Math.min(width, length - at));
        }
        Arrays.fill(last, (byte) 0);
        return result;
    }
}
