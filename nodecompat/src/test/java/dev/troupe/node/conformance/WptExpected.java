package dev.troupe.node.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The checked-in list of subtests that fail, a line each: the test's id, a tab, the subtest's name, and, if somebody
 * wrote one, a tab and the reason; a star stands for all of a test. One thread; the file is written at each change and
 * keeps the reasons of lines that stay.
 */
final class WptExpected {
    /** From here on a test's failures are one star: the list is read by people. */
    private static final int MANY = 60;

    private final Path file;
    private final Map<String, String> lines;

    private WptExpected(Path file, Map<String, String> lines) {
        this.file = file;
        this.lines = lines;
    }

    static WptExpected read(Path file) throws IOException {
        Map<String, String> lines = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("\t", 3);
                if (parts.length > 1) {
                    lines.put(parts[0] + "\t" + parts[1], parts.length == 3 ? parts[2] : "");
                }
            }
        }
        return new WptExpected(file, lines);
    }

    boolean has(WptFile test, String subtest) {
        return lines.containsKey(test.id() + "\t*") || lines.containsKey(line(test, subtest));
    }

    /** Puts what was found in the place of what the list said about the tests that ran. */
    void record(Collection<WptRun.Result> results) throws IOException {
        for (WptRun.Result result : results) {
            String id = result.test().id() + "\t";
            Map<String, String> before = new TreeMap<>(lines);
            lines.keySet().removeIf(line -> line.startsWith(id));
            Set<String> failed = new TreeSet<>();
            result.subtests().forEach((name, message) -> {
                if (!message.isEmpty()) {
                    failed.add(line(result.test(), name));
                }
            });
            boolean all = failed.size() > MANY || failed.contains(line(result.test(), WptRun.WHOLE));
            for (String line : all ? Set.of(id + "*") : failed) {
                lines.put(line, before.getOrDefault(line, ""));
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(
                file,
                lines.entrySet().stream()
                        .map(line -> line.getKey() + (line.getValue().isEmpty() ? "" : "\t" + line.getValue()))
                        .toList());
    }

    private static String line(WptFile test, String subtest) {
        String quoted = WptRun.quoted(subtest);
        return test.id() + "\t" + quoted.substring(1, quoted.length() - 1);
    }
}
