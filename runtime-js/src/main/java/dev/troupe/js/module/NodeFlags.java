package dev.troupe.js.module;

import dev.troupe.core.spi.ActorRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Node's flags of one program: the words of {@code NODE_OPTIONS} (nodejs.org/api/cli.html#node_optionsoptions), then
 * the runtime arguments, which win. Both come from the host, never from the program. Pure.
 */
public final class NodeFlags {
    private NodeFlags() {}

    /** The flags that {@code actor} was given, as words. */
    public static List<String> of(ActorRuntime actor) {
        String options = actor.environment().getOrDefault("NODE_OPTIONS", "");
        if (options.isEmpty()) {
            return actor.runtimeArguments();
        }
        List<String> flags = words(options);
        flags.addAll(actor.runtimeArguments());
        return flags;
    }

    /** Whether one of {@code names} is among the flags. */
    static boolean has(List<String> flags, String... names) {
        return flags.stream().anyMatch(List.of(names)::contains);
    }

    /** The values of a flag, {@code --name value} and {@code --name=value}, in their order. */
    static List<String> values(List<String> flags, String... names) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < flags.size(); i++) {
            String flag = flags.get(i);
            for (String name : names) {
                if (flag.equals(name) && i + 1 < flags.size()) {
                    values.add(flags.get(i + 1));
                } else if (flag.startsWith(name + "=")) {
                    values.add(flag.substring(name.length() + 1));
                }
            }
        }
        return values;
    }

    /** What a program given on the command line is, where it is said: nodejs.org/api/cli.html#--input-typetype. */
    static Optional<Format> inputType(List<String> flags) {
        return values(flags, "--input-type").stream()
                .reduce((former, last) -> last)
                .map(type -> type.startsWith("module") ? Format.MODULE : Format.COMMONJS);
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
