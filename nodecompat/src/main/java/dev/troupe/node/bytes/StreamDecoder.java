package dev.troupe.node.bytes;

import java.nio.charset.CharacterCodingException;

/**
 * The decoder below one {@code TextDecoder} (encoding.spec.whatwg.org/#interface-textdecoder): keeps what a chunk
 * leaves unfinished. Owned by one JS object, used on its actor's loop only. Garbage once that object is.
 */
public final class StreamDecoder {
    private final CharacterDecoder characters;
    private final boolean fatal;
    private final boolean stripsMark;
    private boolean markSeen;

    /**
     * A decoder for one stream after another.
     *
     * @param name as {@link EncodingLabels#name} tells it
     * @param fatal malformed input fails instead of becoming U+FFFD
     * @param ignoreMark keep a byte order mark in the output
     */
    public StreamDecoder(String name, boolean fatal, boolean ignoreMark) {
        this.characters = CharacterDecoder.of(name);
        this.fatal = fatal;
        this.stripsMark = !ignoreMark && name.startsWith("utf-");
    }

    /**
     * Decodes one chunk.
     *
     * @param more will another chunk of the same stream follow
     * @throws CharacterCodingException malformed input, if fatal; the stream is then over
     */
    public String decode(byte[] chunk, boolean more) throws CharacterCodingException {
        try {
            String text = characters.decode(chunk, more, fatal);
            if (stripsMark && !markSeen && !text.isEmpty()) {
                markSeen = true;
                text = text.charAt(0) == '\ufeff' ? text.substring(1) : text;
            }
            if (!more) {
                markSeen = false;
            }
            return text;
        } catch (CharacterCodingException malformed) {
            characters.reset();
            markSeen = false;
            throw malformed;
        }
    }
}
