package dev.troupe.core.kv;

import java.util.Arrays;
import java.util.HexFormat;

/** An encoded key: bytes in the order of {@link TupleEncoding}, compared as unsigned. Immutable. */
public final class KvKey implements Comparable<KvKey> {
    private final byte[] bytes;

    private KvKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The key with a copy of {@code bytes}. */
    public static KvKey of(byte[] bytes) {
        return new KvKey(bytes.clone());
    }

    /** A copy of its bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bytes it has. */
    public int size() {
        return bytes.length;
    }

    /**
     * What follows all keys that begin with the elements of this one: no element's tag is FF, and an FF after a text's
     * end means that the text goes on.
     */
    public KvKey endOfPrefix() {
        byte[] end = Arrays.copyOf(bytes, bytes.length + 1);
        end[bytes.length] = (byte) 0xFF;
        return new KvKey(end);
    }

    /** The least key that is greater than this one. */
    public KvKey next() {
        return new KvKey(Arrays.copyOf(bytes, bytes.length + 1));
    }

    @Override
    public int compareTo(KvKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KvKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
