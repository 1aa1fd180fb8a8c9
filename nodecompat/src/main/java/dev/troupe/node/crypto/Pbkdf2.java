package dev.troupe.node.crypto;

/** PBKDF2 (RFC 8018 §5.2) over any hash function and any bytes: the JDK's takes text only. Stateless, any thread. */
public final class Pbkdf2 {
    private Pbkdf2() {}

    /** Derives {@code length} bytes; how many iterations is the caller's bound. */
    public static byte[] derive(String hash, byte[] password, byte[] salt, int iterations, int length) {
        Hmac mac = Hmac.of(hash, password);
        byte[] result = new byte[length];
        int width = mac.length();
        for (int block = 1, at = 0; at < length; block++, at += width) {
            mac.update(salt);
            byte[] last = mac.of(
                    new byte[] {(byte) (block >>> 24), (byte) (block >>> 16), (byte) (block >>> 8), (byte) block});
            byte[] sum = last.clone();
            for (int i = 1; i < iterations; i++) {
                if ((i & 0xfff) == 0 && Thread.currentThread().isInterrupted()) {
                    throw CryptoFailure.of("ERR_CRYPTO_OPERATION_FAILED", "The actor has ended");
                }
                last = mac.of(last);
                for (int j = 0; j < width; j++) {
                    sum[j] ^= last[j];
                }
            }
            System.arraycopy(sum, 0, result, at, Math.min(width, length - at));
        }
        return result;
    }
}
