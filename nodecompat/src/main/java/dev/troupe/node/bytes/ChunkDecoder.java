package dev.troupe.node.bytes;

import java.util.Arrays;

/**
 * The decoder below one {@code StringDecoder} (nodejs.org/api/string_decoder.html): gives out whole characters, or
 * whole Base64 groups, and keeps the rest. Owned by one JS object, used on its actor's loop only. Garbage once that
 * object is.
 */
public final class ChunkDecoder {
    private final TextEncoding encoding;
    private byte[] pending = {};

    public ChunkDecoder(TextEncoding encoding) {
        this.encoding = encoding;
    }

    /** Decodes what is complete. */
    public String write(byte[] chunk) {
        byte[] bytes = chunk;
        if (pending.length > 0) {
            bytes = Arrays.copyOf(pending, pending.length + chunk.length);
            System.arraycopy(chunk, 0, bytes, pending.length, chunk.length);
        }
        int kept = unfinished(bytes);
        pending = Arrays.copyOfRange(bytes, bytes.length - kept, bytes.length);
        return encoding.decode(kept == 0 ? bytes : Arrays.copyOf(bytes, bytes.length - kept));
    }

    /** Decodes what is left, and starts anew. */
    public String end() {
        byte[] rest = pending;
        pending = new byte[0];
        if (rest.length == 0) {
            return "";
        }
        return encoding == TextEncoding.UTF8 ? "\ufffd" : encoding.decode(rest);
    }

    /** The bytes kept. */
    public byte[] pending() {
        return pending.clone();
    }

    /** How many bytes the kept character, or group, has when complete; 0 if nothing is kept. */
    public int total() {
        if (pending.length == 0) {
            return 0;
        }
        return switch (encoding) {
            case UTF8 -> Utf8.sequenceLength(pending[0]);
            case UTF16LE -> pending.length == 1 ? 2 : 4;
            default -> 3;
        };
    }

    private int unfinished(byte[] bytes) {
        return switch (encoding) {
            case UTF8 -> Utf8.unfinished(bytes);
            case UTF16LE -> unfinishedUnits(bytes, pending.length);
            case BASE64, BASE64URL -> bytes.length % 3;
            default -> 0;
        };
    }

    // An odd byte after a fresh high surrogate gives that surrogate up, as Node does; after a kept one it waits with
    // it.
    private static int unfinishedUnits(byte[] bytes, int kept) {
        if ((bytes.length & 1) == 1) {
            return kept >= 2 && bytes.length == 3 ? 3 : 1;
        }
        return bytes.length > 0 && (bytes[bytes.length - 1] & 0xfc) == 0xd8 ? 2 : 0;
    }
}
