package dev.troupe.node.binding;

import java.util.Arrays;
import org.graalvm.polyglot.Value;

/**
 * Copies bytes between JS array buffers and Java arrays; JS passes a view as its buffer, offset and length, because the
 * engine shares only whole buffers. Stateless, on the actor's loop. Every range is checked against the buffer before
 * anything is allocated.
 */
final class ByteViews {
    /** What is compared at a time: it stays in the processor's cache. */
    private static final int PIECE = 16 << 10;

    private ByteViews() {}

    /** The bytes of the view whose buffer, offset and length are the arguments at {@code at}. */
    static byte[] read(Value[] arguments, int at) {
        return read(arguments[at], arguments[at + 1].asInt(), arguments[at + 2].asInt());
    }

    static byte[] read(Value buffer, int offset, int length) {
        if (length == 0) {
            return new byte[0];
        }
        check(buffer, offset, length);
        byte[] bytes = new byte[length];
        buffer.readBuffer(offset, bytes, 0, length);
        return bytes;
    }

    /**
     * The order of two views, as unsigned bytes; the second one's arguments follow the first one's. It is -1, 0 or 1.
     */
    static int compare(Value[] a) {
        int mine = a[2].asInt();
        int others = a[5].asInt();
        int common = Math.min(mine, others);
        if (common > 0) {
            check(a[0], a[1].asInt(), common);
            check(a[3], a[4].asInt(), common);
        }
        byte[] left = new byte[Math.min(common, PIECE)];
        byte[] right = new byte[left.length];
        for (int at = 0; at < common; at += PIECE) {
            int size = Math.min(PIECE, common - at);
            a[0].readBuffer(a[1].asInt() + (long) at, left, 0, size);
            a[3].readBuffer(a[4].asInt() + (long) at, right, 0, size);
            int different = Arrays.mismatch(left, 0, size, right, 0, size);
            if (different >= 0) {
                return Integer.signum(Byte.compareUnsigned(left[different], right[different]));
            }
        }
        return Integer.compare(mine, others);
    }

    /** Writes in place, byte by byte: for a few bytes, where a second array would cost more. */
    static void write(Value buffer, int offset, byte[] bytes) {
        check(buffer, offset, bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            buffer.writeBufferByte(offset + (long) i, bytes[i]);
        }
    }

    private static void check(Value buffer, int offset, int length) {
        if (offset < 0 || length < 0 || (long) offset + length > buffer.getBufferSize()) {
            throw new IndexOutOfBoundsException("the range is outside of the buffer");
        }
    }
}
