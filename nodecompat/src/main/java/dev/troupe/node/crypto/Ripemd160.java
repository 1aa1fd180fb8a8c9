package dev.troupe.node.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** RIPEMD-160 (homes.esat.kuleuven.be/~bosselae/ripemd160.html), which the JDK does not have. Not thread-safe. */
final class Ripemd160 extends BlockDigest {
    private static final int[] START = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
    private static final int[] ADD_LEFT = {0, 0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xa953fd4e};
    private static final int[] ADD_RIGHT = {0x50a28be6, 0x5c4dd124, 0x6d703ef3, 0x7a6d76e9, 0};

    // one hexadecimal digit for each of the 80 steps: which word of the block, and how far to rotate
    private static final byte[] WORD_LEFT =
            digits("0123456789abcdef 74d1a6f3c0952eb8 3ae49f812706db5c " + "19ba08c4d37fe562 40597c2ae138b6fd");
    private static final byte[] WORD_RIGHT =
            digits("5e7092b4d6f81a3c 6b370d5aef8c4912 f5137e69b8c2a04d " + "86413bf05c2d97ae cfa4158762de039b");
    private static final byte[] TURN_LEFT =
            digits("befc5879bdef6798 768db97f7cf9b7dc bd67e9dfe8d65c75 " + "bcefef989e56865c 9f5b68dc5cdeb856");
    private static final byte[] TURN_RIGHT =
            digits("899bdff5778beec6 9df7c89b77c76fdb 97fb866ecd5edd75 " + "f58bee6e69c9c5f8 85c9c5e68d65fdbb");

    private int[] state = START.clone();
    private int[] words = new int[16];

    Ripemd160() {
        super("RIPEMD160", 64);
    }

    private static byte[] digits(String text) {
        String packed = text.replace(" ", "");
        byte[] digits = new byte[packed.length()];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) Character.digit(packed.charAt(i), 16);
        }
        return digits;
    }

    @Override
    protected int engineGetDigestLength() {
        return 20;
    }

    @Override
    void compress(byte[] bytes, int offset, long total) {
        ByteBuffer.wrap(bytes, offset, 64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(words);
        int[] left = line(WORD_LEFT, TURN_LEFT, ADD_LEFT, false);
        int[] right = line(WORD_RIGHT, TURN_RIGHT, ADD_RIGHT, true);
        int first = state[1] + left[2] + right[3];
        state[1] = state[2] + left[3] + right[4];
        state[2] = state[3] + left[4] + right[0];
        state[3] = state[4] + left[0] + right[1];
        state[4] = state[0] + left[1] + right[2];
        state[0] = first;
    }

    private int[] line(byte[] word, byte[] turn, int[] add, boolean backwards) {
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        for (int step = 0; step < 80; step++) {
            int round = step / 16;
            int mixed = a + mix(backwards ? 4 - round : round, b, c, d) + words[word[step]] + add[round];
            int next = Integer.rotateLeft(mixed, turn[step]) + e;
            a = e;
            e = d;
            d = Integer.rotateLeft(c, 10);
            c = b;
            b = next;
        }
        return new int[] {a, b, c, d, e};
    }

    private static int mix(int round, int x, int y, int z) {
        return switch (round) {
            case 0 -> x ^ y ^ z;
            case 1 -> (x & y) | (~x & z);
            case 2 -> (x | ~y) ^ z;
            case 3 -> (x & z) | (y & ~z);
            default -> x ^ (y | ~z);
        };
    }

    @Override
    byte[] finish(byte[] block, int filled, long total) {
        byte[] last = Arrays.copyOf(Arrays.copyOf(block, filled), filled < 56 ? 64 : 128);
        last[filled] = (byte) 0x80;
        ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN).putLong(last.length - 8, total * 8);
        for (int at = 0; at < last.length; at += 64) {
            compress(last, at, total);
        }
        ByteBuffer result = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        result.asIntBuffer().put(state);
        return result.array();
    }

    @Override
    void restart() {
        state = START.clone();
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        Ripemd160 copy = (Ripemd160) super.clone();
        copy.state = state.clone();
        copy.words = words.clone();
        return copy;
    }
}
