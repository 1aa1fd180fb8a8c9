package dev.troupe.node.url;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * Whether a zero-width non-joiner stands between two letters that would connect (RFC 5892, appendix A.1). Pure
 * functions, any thread. The JDK has no joining types: letters of cursive scripts count as dual-joining, those that
 * only join to the right are listed.
 */
final class Joining {
    private static final Set<UnicodeScript> CURSIVE = Set.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.NKO,
            UnicodeScript.MANDAIC,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.PHAGS_PA);
    private static final Set<Integer> RIGHT_ONLY = Set.of(
            0x622, 0x623, 0x624, 0x625, 0x627, 0x629, 0x62f, 0x630, 0x631, 0x632, 0x648, 0x671, 0x672, 0x673, 0x675,
            0x676, 0x677, 0x6c0, 0x6cd, 0x6cf, 0x6d2, 0x6d3, 0x6d5, 0x6ee, 0x6ef, 0x710, 0x715, 0x717, 0x718, 0x71e,
            0x728, 0x72a, 0x72c);

    private Joining() {}

    static boolean connects(int[] points, int at) {
        int before = at - 1;
        while (before >= 0 && isTransparent(points[before])) {
            before--;
        }
        int after = at + 1;
        while (after < points.length && isTransparent(points[after])) {
            after++;
        }
        return before >= 0
                && after < points.length
                && isCursive(points[before])
                && !joinsRightOnly(points[before])
                && isCursive(points[after]);
    }

    private static boolean joinsRightOnly(int c) {
        return c >= 0x688 && c <= 0x699 || c >= 0x6c3 && c <= 0x6cb || RIGHT_ONLY.contains(c);
    }

    private static boolean isTransparent(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isCursive(int c) {
        return Character.isLetter(c) && CURSIVE.contains(UnicodeScript.of(c));
    }
}
