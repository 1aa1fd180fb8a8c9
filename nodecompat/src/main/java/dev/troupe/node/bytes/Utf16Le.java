package dev.troupe.node.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * UTF-16, little-endian, unit by unit: lone surrogates pass unchanged, which no {@link java.nio.charset.Charset} does.
 * Pure functions, any thread. Nothing is kept.
 */
final class Utf16Le {
    private Utf16Le() {}

    static byte[] encode(String text) {
        byte[] bytes = new byte[Math.multiplyExact(text.length(), 2)];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().put(text);
        return bytes;
    }

    static String decode(byte[] bytes, int length) {
        return ByteBuffer.wrap(bytes, 0, length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asCharBuffer()
                .toString();
    }
}
