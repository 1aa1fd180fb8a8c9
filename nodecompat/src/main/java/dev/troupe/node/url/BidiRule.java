package dev.troupe.node.url;

import java.util.List;

/**
 * The Bidi rule for domain names (RFC 5893, section 2). Pure functions, any thread. It binds only domains with a
 * right-to-left label.
 */
final class BidiRule {
    private BidiRule() {}

    static boolean holds(List<String> labels) {
        boolean bidi = labels.stream().anyMatch(label -> label.codePoints().anyMatch(BidiRule::isRightToLeft));
        return !bidi || labels.stream().allMatch(BidiRule::holds);
    }

    private static boolean isRightToLeft(int c) {
        byte kind = Character.getDirectionality(c);
        return kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                || kind == Character.DIRECTIONALITY_ARABIC_NUMBER;
    }

    private static boolean holds(String label) {
        if (label.isEmpty()) {
            return true;
        }
        int[] points = label.codePoints().toArray();
        byte first = Character.getDirectionality(points[0]);
        int end = points.length;
        while (end > 1 && Character.getDirectionality(points[end - 1]) == Character.DIRECTIONALITY_NONSPACING_MARK) {
            end--;
        }
        byte last = Character.getDirectionality(points[end - 1]);
        if (first == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
            return all(points, false) && (last == Character.DIRECTIONALITY_LEFT_TO_RIGHT || isEuropean(last));
        }
        if (first != Character.DIRECTIONALITY_RIGHT_TO_LEFT && first != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
            return false;
        }
        boolean endsWell = last == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || last == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                || last == Character.DIRECTIONALITY_ARABIC_NUMBER
                || isEuropean(last);
        return endsWell && all(points, true) && !mixesNumbers(points);
    }

    private static boolean isEuropean(byte kind) {
        return kind == Character.DIRECTIONALITY_EUROPEAN_NUMBER;
    }

    private static boolean all(int[] points, boolean rightToLeft) {
        for (int c : points) {
            if (!isAllowed(Character.getDirectionality(c), rightToLeft)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(byte kind, boolean rightToLeft) {
        return switch (kind) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER -> rightToLeft;
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> !rightToLeft;
            case Character.DIRECTIONALITY_EUROPEAN_NUMBER,
                    Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
                    Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
                    Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
                    Character.DIRECTIONALITY_OTHER_NEUTRALS,
                    Character.DIRECTIONALITY_BOUNDARY_NEUTRAL,
                    Character.DIRECTIONALITY_NONSPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean mixesNumbers(int[] points) {
        boolean european = false;
        boolean arabic = false;
        for (int c : points) {
            byte kind = Character.getDirectionality(c);
            european |= isEuropean(kind);
            arabic |= kind == Character.DIRECTIONALITY_ARABIC_NUMBER;
        }
        return european && arabic;
    }
}
