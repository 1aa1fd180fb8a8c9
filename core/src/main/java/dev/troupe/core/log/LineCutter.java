package dev.troupe.core.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts one stream of UTF-8 bytes into lines: at line feeds, and at a largest length, never inside a character. Confined
 * to its {@link LogBuffer}'s lock; it holds the unfinished line only.
 */
final class LineCutter {
    private static final byte[] NOTHING = new byte[0];
    private static final int LONGEST_CHARACTER = 4;

    private final int limit;
    private byte[] rest = NOTHING;
    private int length;

    /** @param limit bytes of the longest line */
    LineCutter(int limit) {
        this.limit = Math.max(limit, LONGEST_CHARACTER);
    }

    void append(byte[] bytes, Consumer<String> lines) {
        int from = 0;
        while (from < bytes.length) {
            int feed = indexOfLineFeed(bytes, from);
            int end = feed < 0 ? bytes.length : feed;
            from += take(bytes, from, end, lines);
            if (feed >= 0 && from == feed) {
                emit(lines);
                from++;
            }
        }
    }

    /** Ends the unfinished line, if there is one. */
    void flush(Consumer<String> lines) {
        if (length > 0) {
            emit(lines);
        }
    }

    /**
     * Takes what fits into the current line; a line that is full is cut when more comes. Returns how much was taken.
     */
    private int take(byte[] bytes, int from, int end, Consumer<String> lines) {
        int count = Math.min(end - from, limit - length);
        hold(bytes, from, count);
        if (from + count < end) {
            cut(lines);
        }
        return count;
    }

    private void cut(Consumer<String> lines) {
        int whole = wholeCharacters();
        byte[] tail = Arrays.copyOfRange(rest, whole, length);
        length = whole;
        emit(lines);
        hold(tail, 0, tail.length);
    }

    /** How many of the held bytes end with a whole character; all of them if that is not UTF-8. */
    private int wholeCharacters() {
        int start = length - 1;
        while (start > 0 && length - start < LONGEST_CHARACTER && (rest[start] & 0xC0) == 0x80) {
            start--;
        }
        int lead = rest[start] & 0xFF;
        int needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        return length - start < needed && start > 0 ? start : length;
    }

    private void hold(byte[] bytes, int from, int count) {
        if (rest.length < length + count) {
            rest = Arrays.copyOf(rest, Math.max(length + count, Math.min(limit, 2 * rest.length)));
        }
        System.arraycopy(bytes, from, rest, length, count);
        length += count;
    }

    private void emit(Consumer<String> lines) {
        int end = length > 0 && rest[length - 1] == '\r' ? length - 1 : length;
        String line = new String(rest, 0, end, StandardCharsets.UTF_8);
        length = 0;
        rest = NOTHING;
        lines.accept(line);
    }

    private static int indexOfLineFeed(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
