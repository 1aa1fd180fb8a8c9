package dev.troupe.node.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** BLAKE2b-512 without a key (RFC 7693), which the JDK does not have. Not thread-safe. */
final class Blake2b extends BlockDigest {
    private static final long[] START = {
        0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
        0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L
    };

    /** RFC 7693 §2.7; BLAKE2s takes the first ten. */
    static final byte[][] ORDER = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
        {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
        {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
        {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
        {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
        {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
        {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
        {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
        {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    };

    private long[] state = initial();

    Blake2b() {
        super("BLAKE2B-512", 128);
    }

    private static long[] initial() {
        long[] initial = START.clone();
        initial[0] ^= 0x01010000 ^ 64;
        return initial;
    }

    @Override
    protected int engineGetDigestLength() {
        return 64;
    }

    @Override
    void compress(byte[] bytes, int offset, long total) {
        compress(bytes, offset, total, false);
    }

    private void compress(byte[] bytes, int offset, long total, boolean last) {
        long[] words = new long[16];
        ByteBuffer.wrap(bytes, offset, 128)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer()
                .get(words);
        long[] v = Arrays.copyOf(state, 16);
        System.arraycopy(START, 0, v, 8, 8);
        v[12] ^= total;
        if (last) {
            v[14] = ~v[14];
        }
        for (byte[] order : ORDER) {
            mix(v, 0, 4, 8, 12, words[order[0]], words[order[1]]);
            mix(v, 1, 5, 9, 13, words[order[2]], words[order[3]]);
            mix(v, 2, 6, 10, 14, words[order[4]], words[order[5]]);
            mix(v, 3, 7, 11, 15, words[order[6]], words[order[7]]);
            mix(v, 0, 5, 10, 15, words[order[8]], words[order[9]]);
            mix(v, 1, 6, 11, 12, words[order[10]], words[order[11]]);
            mix(v, 2, 7, 8, 13, words[order[12]], words[order[13]]);
            mix(v, 3, 4, 9, 14, words[order[14]], words[order[15]]);
        }
        for (int i = 0; i < 8; i++) {
            state[i] ^= v[i] ^ v[i + 8];
        }
    }

    private static void mix(long[] v, int a, int b, int c, int d, long x, long y) {
        v[a] += v[b] + x;
        v[d] = Long.rotateRight(v[d] ^ v[a], 32);
        v[c] += v[d];
        v[b] = Long.rotateRight(v[b] ^ v[c], 24);
        v[a] += v[b] + y;
        v[d] = Long.rotateRight(v[d] ^ v[a], 16);
        v[c] += v[d];
        v[b] = Long.rotateRight(v[b] ^ v[c], 63);
    }

    @Override
    byte[] finish(byte[] block, int filled, long total) {
        compress(Arrays.copyOf(Arrays.copyOf(block, filled), 128), 0, total, true);
        ByteBuffer result = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        result.asLongBuffer().put(state);
        return result.array();
    }

    @Override
    void restart() {
        state = initial();
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        Blake2b copy = (Blake2b) super.clone();
        copy.state = state.clone();
        return copy;
    }
}
