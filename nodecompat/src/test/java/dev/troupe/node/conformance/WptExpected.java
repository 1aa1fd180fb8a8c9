package dev.troupe.node.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The checked-in list of subtests that fail, a line each: the test's id, a tab, the subtest's name; a star stands for
 * all of a test. One thread; the file is written at each change.
 */
final class WptExpected {
    /** From here on a test's failures are one star: the list is read by people. */
    private static final int MANY = 60;

    private final Path file;
    private final Set<String> lines;

    private WptExpected(Path file, Set<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    static WptExpected read(Path file) throws IOException {
        Set<String> lines = new TreeSet<>();
        if (Files.exists(file)) {
            Files.readAllLines(file).stream().filter(line -> !line.isBlank()).forEach(lines::add);
        }
        return new WptExpected(file, lines);
    }

    boolean has(WptFile test, String subtest) {
        return lines.contains(test.id() + "\t*") || lines.contains(line(test, subtest));
    }

    /** Puts what was found in the place of what the list said about the tests that ran. */
    void record(Collection<WptRun.Result> results) throws IOException {
        for (WptRun.Result result : results) {
            String id = result.test().id() + "\t";
            lines.removeIf(line -> line.startsWith(id));
            Set<String> failed = new TreeSet<>();
            result.subtests().forEach((name, message) -> {
                if (!message.isEmpty()) {
                    failed.add(line(result.test(), name));
                }
            });
            if (failed.size() > MANY || failed.contains(line(result.test(), WptRun.WHOLE))) {
                lines.add(id + "*");
            } else {
                lines.addAll(failed);
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }

    private static String line(WptFile test, String subtest) {
        String quoted = WptRun.quoted(subtest);
        return test.id() + "\t" + quoted.substring(1, quoted.length() - 1);
    }
}
