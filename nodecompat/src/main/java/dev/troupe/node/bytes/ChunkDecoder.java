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

    /** The length of {@link #write}'s result for a chunk of {@code length} bytes, or more. */
    public long decodedLengthBound(int length) {
        return encoding.decodedLengthBound((long) pending.length + length);
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
        return rest.length == 0 ? "" : encoding.decode(rest);
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
            case UTF8 -> sequenceLength(pending[0]);
            case UTF16LE -> pending.length == 1 ? 2 : 4;
            default -> 3;
        };
    }

    private int unfinished(byte[] bytes) {
        return switch (encoding) {
            case UTF8 -> unfinishedSequence(bytes);
            case UTF16LE -> unfinishedUnits(bytes, pending.length);
            case BASE64, BASE64URL -> bytes.length % 3;
            default -> 0;
        };
    }

    // As Node does, by the lead's form alone: a sequence that can never become valid waits for its bytes, too.
    private static int unfinishedSequence(byte[] bytes) {
        for (int back = 1; back <= 3 && back <= bytes.length; back++) {
            byte lead = bytes[bytes.length - back];
            if ((lead & 0xc0) != 0x80) {
                return sequenceLength(lead) > back ? back : 0;
            }
        }
        return 0;
    }

    private static int sequenceLength(byte lead) {
        int value = lead & 0xff;
        return value < 0xc0 || value > 0xf7 ? 1 : value < 0xe0 ? 2 : value < 0xf0 ? 3 : 4;
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
