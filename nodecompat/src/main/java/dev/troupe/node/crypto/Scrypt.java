package dev.troupe.node.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/**
 * scrypt (RFC 7914), which the JDK does not have. Stateless, any thread; it ends early when its thread is interrupted.
 * Its memory, 128·N·r bytes, is bounded by the program's {@code maxmem} and by {@link #MOST_MEMORY}, whichever is less.
 */
public final class Scrypt {
    /** What one derivation may take of a heap that all actors share. */
    public static final long MOST_MEMORY = 256L << 20;

    private Scrypt() {}

    /** Checks the parameters as OpenSSL does, with Node's texts. */
    public static void check(long n, long r, long p, long maxMemory) {
        if (n < 2 || Long.bitCount(n) != 1 || r < 1 || p < 1) {
            throw CryptoFailure.range("ERR_CRYPTO_INVALID_SCRYPT_PARAMS", "Invalid scrypt params");
        }
        long blocks = 128 * r * p;
        long table = n > Long.MAX_VALUE / 256 / r ? Long.MAX_VALUE / 2 : 32 * r * (n + 2) * 4;
        boolean outOfRange = p > ((1L << 30) - 1) / r || (16 * r <= 62 && n >= 1L << (16 * r));
        if (outOfRange || blocks + table > Math.min(maxMemory, MOST_MEMORY)) {
            throw CryptoFailure.range(
                    "ERR_CRYPTO_INVALID_SCRYPT_PARAMS",
                    "Invalid scrypt params: error:030000AC:digital envelope routines::memory limit exceeded");
        }
    }

    /** Derives {@code length} bytes; the parameters are checked. */
    public static byte[] derive(byte[] password, byte[] salt, int n, int r, int p, int length) {
        byte[] blocks = Pbkdf2.derive("sha256", password, salt, 1, 128 * r * p);
        IntBuffer words = ByteBuffer.wrap(blocks).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        int[] x = new int[32 * r];
        int[] y = new int[32 * r];
        int[][] table = new int[n][];
        for (int i = 0; i < p; i++) {
            words.get(i * x.length, x);
            mix(x, y, table, r);
            words.put(i * x.length, x);
        }
        return Pbkdf2.derive("sha256", password, blocks, 1, length);
    }

    private static void mix(int[] x, int[] y, int[][] table, int r) {
        int n = table.length;
        for (int i = 0; i < n; i++) {
            table[i] = x.clone();
            mixBlocks(x, y, r);
            pause(i);
        }
        for (int i = 0; i < n; i++) {
            int[] row = table[x[x.length - 16] & (n - 1)];
            for (int j = 0; j < x.length; j++) {
                x[j] ^= row[j];
            }
            mixBlocks(x, y, r);
            pause(i);
        }
    }

    private static void pause(int step) {
        if ((step & 0x3ff) == 0) {
            Primes.checkInterrupt();
        }
    }

    /** scryptBlockMix: even results to the front, odd ones to the back. */
    private static void mixBlocks(int[] x, int[] y, int r) {
        int[] block = new int[16];
        System.arraycopy(x, x.length - 16, block, 0, 16);
        for (int i = 0; i < 2 * r; i++) {
            for (int j = 0; j < 16; j++) {
                block[j] ^= x[16 * i + j];
            }
            salsa(block);
            System.arraycopy(block, 0, y, 16 * (i / 2 + (i & 1) * r), 16);
        }
        System.arraycopy(y, 0, x, 0, x.length);
    }

    /** Salsa20/8 (RFC 7914 §3). */
    private static void salsa(int[] block) {
        int[] x = block.clone();
        for (int i = 0; i < 4; i++) {
            quarter(x, 0, 4, 8, 12);
            quarter(x, 5, 9, 13, 1);
            quarter(x, 10, 14, 2, 6);
            quarter(x, 15, 3, 7, 11);
            quarter(x, 0, 1, 2, 3);
            quarter(x, 5, 6, 7, 4);
            quarter(x, 10, 11, 8, 9);
            quarter(x, 15, 12, 13, 14);
        }
        for (int i = 0; i < 16; i++) {
            block[i] += x[i];
        }
    }

    private static void quarter(int[] x, int a, int b, int c, int d) {
        x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
        x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
        x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
        x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
    }
}
