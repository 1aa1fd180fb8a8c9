package dev.troupe.node.path;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * The way from one resolved path to another: up from what differs, then down. Pure functions, any thread. Nothing is
 * kept.
 */
final class Relative {
    private Relative() {}

    static String between(
            String from,
            String to,
            char separator,
            boolean fromRoot,
            boolean toRoot,
            BiPredicate<String, String> same) {
        List<String> source = fromRoot ? List.of() : segments(from, separator);
        List<String> target = toRoot ? List.of() : segments(to, separator);
        int common = 0;
        while (common < source.size() && common < target.size() && same.test(source.get(common), target.get(common))) {
            common++;
        }
        List<String> steps = new ArrayList<>();
        for (int i = common; i < source.size(); i++) {
            steps.add("..");
        }
        steps.addAll(target.subList(common, target.size()));
        return String.join(String.valueOf(separator), steps);
    }

    private static List<String> segments(String path, char separator) {
        List<String> found = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == separator) {
                if (i > start) {
                    found.add(path.substring(start, i));
                }
                start = i + 1;
            }
        }
        return found;
    }
}
