package dev.troupe.node.url;

import java.text.Normalizer;

/**
 * What UTS 46 says of single code points, out of the JVM's Unicode tables
 * (unicode.org/reports/tr46/#Validity_Criteria). Pure functions, any thread. Symbols are allowed, as the URL standard
 * has it.
 */
final class CodePoints {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private CodePoints() {}

    /** Simple lower case; full case folding, except for the two letters that IDNA 2008 keeps, comes from NFKC. */
    static int fold(int c) {
        return c == 0x3c2 ? c : Character.toLowerCase(c);
    }

    /** Is it dropped by the mapping? */
    static boolean isIgnored(int c) {
        return c == 0xad
                || c == 0x34f
                || c == 0x200b
                || c == 0x2060
                || c == 0x2064
                || c == 0xfeff
                || c >= 0x180b && c <= 0x180d
                || c == 0x180f
                || c >= 0xfe00 && c <= 0xfe0f
                || c >= 0xe0100 && c <= 0xe01ef
                || c >= 0x1bca0 && c <= 0x1bca3;
    }

    /** Capitals whose lower case came too late for IDNA, and what would bring in a dot. */
    static boolean isUnmappable(int c) {
        if (c == 0x4c0 || c == 0x2132 || c == 0x2183 || c >= 0x10a0 && c <= 0x10c5) {
            return true;
        }
        if (c < 0x2024) {
            return false;
        }
        String composed = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        return composed.indexOf('.') >= 0 || composed.indexOf(0x3002) >= 0;
    }

    static boolean isValidLabel(String label) {
        if (label.isEmpty()) {
            return true;
        }
        int[] points = label.codePoints().toArray();
        if (isMark(points[0])) {
            return false;
        }
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            boolean joiner = c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
            if (joiner
                    ? !followsVirama(points, i) && !(c == ZERO_WIDTH_NON_JOINER && Joining.connects(points, i))
                    : isDisallowed(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isDisallowed(int c) {
        if (c < 0x80) {
            return false; // the URL standard's own list of forbidden characters deals with these
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> true;
            default -> isDisallowedLetter(c);
        };
    }

    private static boolean isDisallowedLetter(int c) {
        return c >= 0x2ff0 && c <= 0x2fff
                || c == 0x115f
                || c == 0x1160
                || c == 0x3164
                || c == 0xffa0
                || c == 0x17b4
                || c == 0x17b5
                || c == 0xfffd
                || c == 0xfffc;
    }

    private static boolean followsVirama(int[] points, int at) {
        return at > 0 && Virama.is(points[at - 1]);
    }
}
