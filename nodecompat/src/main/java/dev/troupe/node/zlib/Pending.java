package dev.troupe.node.zlib;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A few bytes that wait for room in an output: headers, trailers. Owned by one codec; its bound is what codecs add. */
final class Pending {
    private byte[] bytes = new byte[32];
    private int start;
    private int end;

    void add(byte[] more, int length) {
        if (end + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + length));
        }
        System.arraycopy(more, 0, bytes, end, length);
        end += length;
    }

    void add(int... values) {
        for (int value : values) {
            add(new byte[] {(byte) value}, 1);
        }
    }

    void bigEndian(long value) {
        add((int) (value >>> 24), (int) (value >>> 16), (int) (value >>> 8), (int) value);
    }

    void littleEndian(long value) {
        add((int) value, (int) (value >>> 8), (int) (value >>> 16), (int) (value >>> 24));
    }

    void drainTo(ByteBuffer output) {
        int count = Math.min(end - start, output.remaining());
        output.put(bytes, start, count);
        start += count;
        if (start == end) {
            clear();
        }
    }

    void clear() {
        start = 0;
        end = 0;
    }
}
