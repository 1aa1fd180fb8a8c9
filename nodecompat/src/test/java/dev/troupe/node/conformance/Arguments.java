package dev.troupe.node.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of the command. A value.
 *
 * @param options the switches that were given
 * @param values the options with a value
 * @param modules names of modules
 * @param files names of files, without folder
 * @param words all that is no option, as it was written
 */
record Arguments(
        Set<String> options, Map<String, String> values, List<String> modules, List<String> files, List<String> words) {

    static Arguments of(List<String> words) {
        List<String> plain = new ArrayList<>();
        Set<String> options = new HashSet<>();
        Map<String, String> values = new HashMap<>();
        List<String> modules = new ArrayList<>();
        List<String> files = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            switch (word) {
                case "--list", "--record", "--report", "--all", "--verbose" -> options.add(word);
                case "--jobs", "--timeout", "--root", "--tests" -> values.put(word, words.get(++at));
                default -> {
                    if (word.startsWith("-")) {
                        throw new IllegalArgumentException("conformance: there is no option " + word);
                    }
                    plain.add(word);
                    (word.matches(".*\\.[mc]?js") ? files : modules)
                            .add(Path.of(word).getFileName().toString());
                }
            }
        }
        return new Arguments(options, values, modules, files, plain);
    }

    Path root() {
        return Path.of(values.getOrDefault("--root", "")).toAbsolutePath();
    }

    Path tests() {
        Path tests = Path.of(values.getOrDefault("--tests", "")).toAbsolutePath();
        if (!Files.isDirectory(tests.resolve("parallel"))) {
            throw new IllegalArgumentException("conformance: " + tests + " is not the test folder of Node's sources");
        }
        return tests;
    }

    int jobs() {
        return Integer.parseInt(values.getOrDefault("--jobs", "2"));
    }

    Duration timeout() {
        return Duration.ofSeconds(Long.parseLong(values.getOrDefault("--timeout", "30")));
    }

    boolean list() {
        return options.contains("--list");
    }

    boolean record() {
        return options.contains("--record");
    }

    boolean report() {
        return options.contains("--report");
    }

    boolean all() {
        return options.contains("--all");
    }

    boolean verbose() {
        return options.contains("--verbose");
    }

    boolean wants(TestFile test) {
        return modules.isEmpty() && files.isEmpty() || modules.contains(test.module()) || namesFile(test);
    }

    boolean namesFile(TestFile test) {
        return files.contains(test.path().getFileName().toString());
    }
}
