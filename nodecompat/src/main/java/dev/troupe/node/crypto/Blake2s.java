package dev.troupe.node.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** BLAKE2s-256 without a key (RFC 7693), which the JDK does not have. Not thread-safe. */
final class Blake2s extends BlockDigest {
    private static final int[] START = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };
    private static final int ROUNDS = 10;

    private int[] state = initial();

    Blake2s() {
        super("BLAKE2S-256", 64);
    }

    private static int[] initial() {
        int[] initial = START.clone();
        initial[0] ^= 0x01010000 ^ 32;
        return initial;
    }

    @Override
    protected int engineGetDigestLength() {
        return 32;
    }

    @Override
    void compress(byte[] bytes, int offset, long total) {
        compress(bytes, offset, total, false);
    }

    private void compress(byte[] bytes, int offset, long total, boolean last) {
        int[] words = new int[16];
        ByteBuffer.wrap(bytes, offset, 64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(words);
        int[] v = Arrays.copyOf(state, 16);
        System.arraycopy(START, 0, v, 8, 8);
        v[12] ^= (int) total;
        v[13] ^= (int) (total >>> 32);
        if (last) {
            v[14] = ~v[14];
        }
        for (int round = 0; round < ROUNDS; round++) {
            byte[] order = Blake2b.ORDER[round];
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

    private static void mix(int[] v, int a, int b, int c, int d, int x, int y) {
        v[a] += v[b] + x;
        v[d] = Integer.rotateRight(v[d] ^ v[a], 16);
        v[c] += v[d];
        v[b] = Integer.rotateRight(v[b] ^ v[c], 12);
        v[a] += v[b] + y;
        v[d] = Integer.rotateRight(v[d] ^ v[a], 8);
        v[c] += v[d];
        v[b] = Integer.rotateRight(v[b] ^ v[c], 7);
    }

    @Override
    byte[] finish(byte[] block, int filled, long total) {
        compress(Arrays.copyOf(Arrays.copyOf(block, filled), 64), 0, total, true);
        ByteBuffer result = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        result.asIntBuffer().put(state);
        return result.array();
    }

    @Override
    void restart() {
        state = initial();
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        Blake2s copy = (Blake2s) super.clone();
        copy.state = state.clone();
        return copy;
    }
}
