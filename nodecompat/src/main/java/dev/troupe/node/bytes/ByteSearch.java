package dev.troupe.node.bytes;

import java.nio.charset.StandardCharsets;

/**
 * Finds a byte sequence in another, forwards or backwards, at every step or only at whole UTF-16 units. Pure functions,
 * any thread. Quadratic in the worst case, but on the caller's own bytes and on its own turn, which the watchdog
 * bounds.
 */
public final class ByteSearch {
    private ByteSearch() {}

    /**
     * The first match at or after {@code from}.
     *
     * @param step 1, or 2 to match whole UTF-16 units only
     * @return the index, or -1
     */
    public static int first(byte[] hay, byte[] needle, int from, int step) {
        int last = hay.length - needle.length;
        if (step == 1 && from <= last) {
            // one byte for one character, and the JDK searches many characters at a time
            String text = new String(hay, StandardCharsets.ISO_8859_1);
            return text.indexOf(new String(needle, StandardCharsets.ISO_8859_1), from);
        }
        for (int i = aligned(from, step); i <= last; i += step) {
            if (matches(hay, needle, i)) {
                return i;
            }
        }
        return -1;
    }

    /** The last match at or before {@code from}; see {@link #first}. */
    public static int last(byte[] hay, byte[] needle, int from, int step) {
        int start = Math.min(from, hay.length - needle.length);
        for (int i = start < 0 ? -1 : start - start % step; i >= 0; i -= step) {
            if (matches(hay, needle, i)) {
                return i;
            }
        }
        return -1;
    }

    private static int aligned(int from, int step) {
        return from > Integer.MAX_VALUE - step ? from : from + from % step;
    }

    private static boolean matches(byte[] hay, byte[] needle, int at) {
        for (int i = 0; i < needle.length; i++) {
            if (hay[at + i] != needle[i]) {
                return false;
            }
        }
        return true;
    }
}
