package dev.troupe.node.binding;

import org.graalvm.polyglot.Value;

/**
 * Copies bytes between JS array buffers and Java arrays; JS passes a view as its buffer, offset and length, because the
 * engine shares only whole buffers. Stateless, on the actor's loop. Every range is checked against the buffer before
 * anything is allocated.
 */
final class ByteViews {
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
