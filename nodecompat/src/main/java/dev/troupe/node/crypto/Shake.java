package dev.troupe.node.crypto;

import java.security.MessageDigest;

/**
 * SHAKE128 and SHAKE256 (FIPS 202), whose output has any length; the JDK keeps its own to itself. Not thread-safe.
 * Output begins with the first {@link #squeeze}, which ends input.
 */
final class Shake extends MessageDigest implements Cloneable {
    private static final long[] ROUND = {
        0x1L,
        0x8082L,
        0x800000000000808aL,
        0x8000000080008000L,
        0x808bL,
        0x80000001L,
        0x8000000080008081L,
        0x8000000000008009L,
        0x8aL,
        0x88L,
        0x80008009L,
        0x8000000aL,
        0x8000808bL,
        0x800000000000008bL,
        0x8000000000008089L,
        0x8000000000008003L,
        0x8000000000008002L,
        0x8000000000000080L,
        0x800aL,
        0x800000008000000aL,
        0x8000000080008081L,
        0x8000000000008080L,
        0x80000001L,
        0x8000000080008008L
    };
    private static final int[] TURN = {
        1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
    };
    private static final int[] LANE = {
        10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
    };

    private final int strength;
    private final int rate;
    private long[] lanes = new long[25];
    private int position;

    Shake(int strength) {
        super("SHAKE" + strength);
        this.strength = strength;
        this.rate = 200 - strength / 4;
    }

    /** The length that Node gives without being asked for one: half of what the strength would want. */
    @Override
    protected int engineGetDigestLength() {
        return strength / 8;
    }

    @Override
    protected void engineUpdate(byte input) {
        lanes[position >> 3] ^= (input & 0xffL) << ((position & 7) * 8);
        if (++position == rate) {
            permute(lanes);
            position = 0;
        }
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            engineUpdate(input[i]);
        }
    }

    @Override
    protected byte[] engineDigest() {
        return squeeze(engineGetDigestLength());
    }

    /** Ends the input, gives {@code length} bytes of output and begins anew. */
    byte[] squeeze(int length) {
        lanes[position >> 3] ^= 0x1fL << ((position & 7) * 8);
        lanes[(rate - 1) >> 3] ^= 0x80L << (((rate - 1) & 7) * 8);
        byte[] output = new byte[length];
        for (int i = 0; i < length; i++) {
            int at = i % rate;
            if (at == 0) {
                permute(lanes);
            }
            output[i] = (byte) (lanes[at >> 3] >>> ((at & 7) * 8));
        }
        engineReset();
        return output;
    }

    private static void permute(long[] a) {
        long[] column = new long[5];
        for (long constant : ROUND) {
            for (int x = 0; x < 5; x++) {
                column[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
            }
            for (int x = 0; x < 5; x++) {
                long parity = column[(x + 4) % 5] ^ Long.rotateLeft(column[(x + 1) % 5], 1);
                for (int y = 0; y < 25; y += 5) {
                    a[x + y] ^= parity;
                }
            }
            long moved = a[1];
            for (int i = 0; i < 24; i++) {
                long next = a[LANE[i]];
                a[LANE[i]] = Long.rotateLeft(moved, TURN[i]);
                moved = next;
            }
            for (int y = 0; y < 25; y += 5) {
                System.arraycopy(a, y, column, 0, 5);
                for (int x = 0; x < 5; x++) {
                    a[x + y] = column[x] ^ (~column[(x + 1) % 5] & column[(x + 2) % 5]);
                }
            }
            a[0] ^= constant;
        }
    }

    @Override
    protected void engineReset() {
        lanes = new long[25];
        position = 0;
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        Shake copy = (Shake) super.clone();
        copy.lanes = lanes.clone();
        return copy;
    }
}
