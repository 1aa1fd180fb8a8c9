package dev.troupe.node.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The checked-in list of tests that pass, a line each; it only grows. One thread; the file is written at each change.
 */
final class PassingList {
    private final Path file;
    private final Set<String> ids;

    private PassingList(Path file, Set<String> ids) {
        this.file = file;
        this.ids = ids;
    }

    static PassingList read(Path file) throws IOException {
        Set<String> ids = new TreeSet<>();
        if (Files.exists(file)) {
            Files.readAllLines(file).stream().filter(line -> !line.isBlank()).forEach(ids::add);
        }
        return new PassingList(file, ids);
    }

    boolean has(String id) {
        return ids.contains(id);
    }

    /** What the list names and the tree of tests does not have. */
    Set<String> missing(Collection<String> present) {
        Set<String> missing = new TreeSet<>(ids);
        missing.removeAll(present);
        return missing;
    }

    void add(Set<String> passed) throws IOException {
        ids.addAll(passed);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, ids);
    }
}
