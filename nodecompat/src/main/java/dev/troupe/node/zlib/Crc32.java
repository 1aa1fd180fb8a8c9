package dev.troupe.node.zlib;

import java.util.zip.CRC32;

/** CRC-32 (RFC 1952 §8) that can go on from an earlier value, which the JDK's cannot. Stateless. */
public final class Crc32 {
    private static final int POLYNOMIAL = 0xedb88320;
    private static final int[] TABLE = table();

    private Crc32() {}

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) != 0 ? value >>> 1 ^ POLYNOMIAL : value >>> 1;
            }
            table[i] = value;
        }
        return table;
    }

    /** The checksum of all bytes so far, given that of the bytes before {@code bytes}. */
    public static long update(long before, byte[] bytes) {
        if (before == 0) {
            CRC32 fast = new CRC32();
            fast.update(bytes);
            return fast.getValue();
        }
        int value = ~(int) before;
        for (byte b : bytes) {
            value = value >>> 8 ^ TABLE[(value ^ b) & 0xff];
        }
        return ~value & 0xffffffffL;
    }
}
