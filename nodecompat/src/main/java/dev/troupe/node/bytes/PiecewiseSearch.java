package dev.troupe.node.bytes;

/**
 * {@link ByteSearch} in bytes that have to be copied first, piece by piece from where the search begins: a program that
 * goes from match to match through a large buffer copies what lies between the matches, and not the buffer each time.
 * Pure functions, any thread; they hold two copies of a piece at most.
 */
public final class PiecewiseSearch {
    /** Most matches are near, and a copy of this costs less than the call that asks for it. */
    private static final int FIRST_PIECE = 2 << 10;

    private static final int LARGEST_PIECE = 1 << 20;

    private PiecewiseSearch() {}

    /** What is searched. */
    @FunctionalInterface
    public interface Hay {
        /** Copies {@code length} bytes from {@code offset}. */
        byte[] copy(int offset, int length);
    }

    /** {@link ByteSearch#first} in the {@code length} bytes of {@code hay}. */
    public static int first(Hay hay, int length, byte[] needle, int from, int step) {
        int last = length - needle.length;
        int piece = FIRST_PIECE;
        long at = Math.max(from, 0);
        at += at % step;
        while (at <= last) {
            int size = (int) Math.min(Math.max(piece, 2L * needle.length), length - at);
            int found = ByteSearch.first(hay.copy((int) at, size), needle, 0, step);
            if (found >= 0) {
                return (int) at + found;
            }
            int tried = size - needle.length + 1;
            at += tried + tried % step;
            piece = Math.min(2 * piece, LARGEST_PIECE);
        }
        return -1;
    }

    /** {@link ByteSearch#last} in the {@code length} bytes of {@code hay}. */
    public static int last(Hay hay, int length, byte[] needle, int from, int step) {
        int piece = FIRST_PIECE;
        int at = Math.min(from, length - needle.length);
        at -= at < 0 ? 0 : at % step;
        while (at >= 0) {
            int low = (int) Math.max(0, at - Math.max(piece, 2L * needle.length));
            low -= low % step;
            int found = ByteSearch.last(hay.copy(low, at + needle.length - low), needle, at - low, step);
            if (found >= 0) {
                return low + found;
            }
            at = low - step;
            piece = Math.min(2 * piece, LARGEST_PIECE);
        }
        return -1;
    }
}
