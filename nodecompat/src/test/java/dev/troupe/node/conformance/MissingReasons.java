package dev.troupe.node.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The checked-in answers to why a test of Node does not pass: a line each, the test's id, a tab, one sentence. An id
 * may end in a star and then speaks for all tests that begin so and have no line of their own; the longest one counts.
 * Immutable, any thread.
 */
final class MissingReasons {
    private final Map<String, String> exact = new LinkedHashMap<>();
    private final Map<String, String> beginnings = new LinkedHashMap<>();

    private MissingReasons() {}

    static MissingReasons read(Path file) throws IOException {
        return of(Files.exists(file) ? Files.readAllLines(file) : List.of());
    }

    static MissingReasons of(List<String> lines) {
        MissingReasons reasons = new MissingReasons();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\t", 2);
            if (parts.length != 2 || parts[1].isBlank()) {
                throw new IllegalArgumentException("missing.txt: no reason after a tab in \"" + line + "\"");
            }
            reasons.put(parts[0], parts[1].strip());
        }
        return reasons;
    }

    private void put(String id, String reason) {
        Map<String, String> table = id.endsWith("*") ? beginnings : exact;
        if (table.put(id.endsWith("*") ? id.substring(0, id.length() - 1) : id, reason) != null) {
            throw new IllegalArgumentException("missing.txt: " + id + " has two reasons");
        }
    }

    Optional<String> of(String id) {
        String own = exact.get(id);
        if (own != null) {
            return Optional.of(own);
        }
        return beginnings.entrySet().stream()
                .filter(entry -> id.startsWith(entry.getKey()))
                .max((left, right) -> left.getKey().length() - right.getKey().length())
                .map(Map.Entry::getValue);
    }

    /** Tests with a reason of their own although they pass: lines to take out. */
    List<String> obsolete(PassingList passing) {
        return new ArrayList<>(exact.keySet().stream().filter(passing::has).toList());
    }
}
