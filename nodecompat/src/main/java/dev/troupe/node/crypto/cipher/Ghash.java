package dev.troupe.node.crypto.cipher;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.Cipher;

/** GHASH (NIST SP 800-38D §6.4) of an IV that has not 96 bits: bit by bit, for it is short. Stateless, any thread. */
final class Ghash {
    private static final long POLYNOMIAL = 0xe1L << 56;

    private Ghash() {}

    static byte[] ofIv(byte[] key, byte[] iv) {
        Cipher ecb = Jca.cipher("AES/ECB/NoPadding", true, key, null);
        ByteBuffer subkey = ByteBuffer.wrap(Jca.block(ecb, new byte[16]));
        int padded = (iv.length + 15) / 16 * 16;
        ByteBuffer blocks = ByteBuffer.wrap(Arrays.copyOf(iv, padded + 16));
        blocks.putLong(padded + 8, iv.length * 8L);
        long high = 0;
        long low = 0;
        while (blocks.hasRemaining()) {
            long[] product =
                    multiply(high ^ blocks.getLong(), low ^ blocks.getLong(), subkey.getLong(0), subkey.getLong(8));
            high = product[0];
            low = product[1];
        }
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    private static long[] multiply(long xHigh, long xLow, long subkeyHigh, long subkeyLow) {
        long high = 0;
        long low = 0;
        long vHigh = subkeyHigh;
        long vLow = subkeyLow;
        for (int i = 0; i < 128; i++) {
            long bit = (i < 64 ? xHigh >>> (63 - i) : xLow >>> (127 - i)) & 1;
            high ^= vHigh & -bit;
            low ^= vLow & -bit;
            long carry = vLow & 1;
            vLow = vLow >>> 1 | vHigh << 63;
            vHigh = vHigh >>> 1 ^ POLYNOMIAL & -carry;
        }
        return new long[] {high, low};
    }
}
