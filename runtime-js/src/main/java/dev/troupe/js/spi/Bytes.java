package dev.troupe.js.spi;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.graalvm.polyglot.Value;

/**
 * Bytes between Java and one realm, each way with one copy: a program never holds memory that Java uses again, and Java
 * never works on memory that the program can change meanwhile. Stateless; loop thread.
 *
 * <p>What a view says about itself is the program's word: every length and offset is checked against the memory below
 * it.
 */
public final class Bytes {

    private Bytes() {}

    /**
     * A new {@code Uint8Array} on the realm's own heap with the remaining bytes of {@code bytes}, whose position stays.
     */
    public static Value toJs(Realm realm, ByteBuffer bytes) {
        return realm.uint8Array(bytes.slice());
    }

    /** A new {@code Uint8Array} on the realm's own heap with all of {@code bytes}. */
    public static Value toJs(Realm realm, byte[] bytes) {
        return realm.uint8Array(ByteBuffer.wrap(bytes));
    }

    /**
     * The bytes of an {@code ArrayBuffer}, a typed array or a {@code DataView}.
     *
     * @throws IllegalArgumentException if {@code view} is none of them, or is detached
     */
    public static byte[] copyOf(Value view) {
        return copyOf(view, 0, length(view));
    }

    /**
     * Some bytes of an {@code ArrayBuffer}, a typed array or a {@code DataView}.
     *
     * @throws IndexOutOfBoundsException if {@code offset} and {@code length} do not lie within the view
     */
    public static byte[] copyOf(Value view, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, length(view));
        Value memory = memory(view);
        long start = Math.addExact(view.hasBufferElements() ? 0L : count(view, "byteOffset"), (long) offset);
        Objects.checkFromIndexSize(start, (long) length, memory.getBufferSize());
        byte[] copy = new byte[length];
        memory.readBuffer(start, copy, 0, length);
        return copy;
    }

    /** How many bytes a view says it has, at most those of the memory below it. */
    public static int length(Value view) {
        Value memory = memory(view);
        long length = view.hasBufferElements() ? memory.getBufferSize() : count(view, "byteLength");
        if (length < 0 || length > memory.getBufferSize()) {
            throw new IllegalArgumentException("A view of " + length + " bytes on " + memory.getBufferSize());
        }
        return Math.toIntExact(length);
    }

    private static Value memory(Value view) {
        Value memory = view.hasBufferElements() ? view : view.getMember("buffer");
        if (memory == null || !memory.hasBufferElements()) {
            throw new IllegalArgumentException("Not an ArrayBuffer or a view of one");
        }
        return memory;
    }

    private static long count(Value view, String name) {
        Value count = view.getMember(name);
        if (count == null || !count.fitsInLong()) {
            throw new IllegalArgumentException("A view without " + name);
        }
        return count.asLong();
    }
}
