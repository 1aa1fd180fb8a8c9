package dev.troupe.node.path;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntPredicate;

/** Resolves {@code .} and {@code ..} and empty segments of a path. Pure functions, any thread. Nothing is kept. */
final class Segments {
    private Segments() {}

    /**
     * The path without {@code .}, {@code ..} and doubled separators.
     *
     * @param allowAboveRoot keep a leading {@code ..}: the path is relative
     */
    static String normalize(String path, boolean allowAboveRoot, char separator, IntPredicate isSeparator) {
        Deque<String> kept = new ArrayDeque<>();
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i < path.length() && !isSeparator.test(path.charAt(i))) {
                continue;
            }
            step(kept, path.substring(start, i), allowAboveRoot);
            start = i + 1;
        }
        return String.join(String.valueOf(separator), kept);
    }

    private static void step(Deque<String> kept, String segment, boolean allowAboveRoot) {
        if (segment.isEmpty() || segment.equals(".")) {
            return;
        }
        if (!segment.equals("..")) {
            kept.addLast(segment);
        } else if (!kept.isEmpty() && !kept.getLast().equals("..")) {
            kept.removeLast();
        } else if (allowAboveRoot) {
            kept.addLast(segment);
        }
    }

    /** The end of {@code path} without trailing separators, at least {@code floor}. */
    static int trimmedEnd(String path, int floor, IntPredicate isSeparator) {
        int end = path.length();
        while (end > floor && isSeparator.test(path.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** The index of the last separator in {@code path} at or after {@code floor} and before {@code end}, or -1. */
    static int lastSeparator(String path, int floor, int end, IntPredicate isSeparator) {
        for (int i = end - 1; i >= floor; i--) {
            if (isSeparator.test(path.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** {@code base} without {@code suffix}, unless it is all of it. */
    static String withoutSuffix(String base, String suffix) {
        return !suffix.isEmpty() && base.length() > suffix.length() && base.endsWith(suffix)
                ? base.substring(0, base.length() - suffix.length())
                : base;
    }
}
