package dev.troupe.js;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Node's flags of one program: the words of {@code NODE_OPTIONS} (nodejs.org/api/cli.html#node_optionsoptions), then
 * the runtime arguments, which win. Both come from the host, never from the program. Pure.
 */
final class NodeFlags {
    private NodeFlags() {}

    static List<String> of(Map<String, String> environment, List<String> runtimeArguments) {
        String options = environment.getOrDefault("NODE_OPTIONS", "");
        if (options.isEmpty()) {
            return runtimeArguments;
        }
        List<String> flags = words(options);
        flags.addAll(runtimeArguments);
        return flags;
    }

    /** Words apart by spaces; double quotes hold one together, a backslash in them the next character. */
    private static List<String> words(String options) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < options.length(); i++) {
            char unit = options.charAt(i);
            if (unit == '\\' && quoted && i + 1 < options.length()) {
                word.append(options.charAt(++i));
            } else if (unit == '"') {
                quoted = !quoted;
                begun = true;
            } else if (unit == ' ' && !quoted) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(unit);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
