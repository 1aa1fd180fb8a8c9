package dev.troupe.core;

/**
 * The bounds of one actor's storage. A breach is a named error that names the limit and the actual size.
 *
 * @param keyBytes bytes of one encoded key; default 2,048
 * @param valueBytes bytes of one value; default 128 KiB
 * @param keysPerOperation keys of one batch; default 128
 * @param putBytes bytes of one put, keys and values together; default 976 KiB
 * @param pendingOperations operations that may be under way at once; default 4,096
 * @param totalBytes bytes of everything, keys and values together; default 1 GiB
 */
public record KvLimits(
        int keyBytes, int valueBytes, int keysPerOperation, int putBytes, int pendingOperations, long totalBytes) {
    /** The limits of the reference. */
    public static final KvLimits DEFAULTS = new KvLimits(2_048, 128 << 10, 128, 976 << 10, 4_096, 1L << 30);

    /** Checks that each is positive. */
    public KvLimits {
        if (keyBytes < 1
                || valueBytes < 0
                || keysPerOperation < 1
                || putBytes < 1
                || pendingOperations < 1
                || totalBytes < 0) {
            throw new IllegalArgumentException("Each limit of storage must be positive.");
        }
    }
}
