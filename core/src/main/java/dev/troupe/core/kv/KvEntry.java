package dev.troupe.core.kv;

import dev.troupe.core.KvLimits;

/**
 * One key with its value.
 *
 * @param key the key
 * @param format what the bytes are
 * @param value the value's bytes; not copied: whoever makes or gets an entry does not change them
 */
public record KvEntry(KvKey key, KvFormat format, byte[] value) {
    /** What it takes of {@link KvLimits#totalBytes}. */
    public long size() {
        return (long) key.size() + value.length;
    }
}
