package dev.troupe.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the house rules say of the sources and no compiler checks. Reads the files of the checkout on the test's own
 * thread, changes nothing, and names every line that breaks a rule.
 */
@Tag("repository")
class SourcesTest {

    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX|HA" + "CK)\\b");
    /** An unfinished piece says why it is, or what it waits for. */
    private static final Pattern REASON = Pattern.compile("TO" + "DO: .*\\b(because|until|when|once)\\b.*");

    private static final Pattern WAITING = Pattern.compile("Thread\\.sl" + "eep\\(|(SECONDS|MILLIS)\\.sl" + "eep\\(");
    private static final Pattern SWITCHED_OFF = Pattern.compile("^\\s*@Dis" + "abled\\b");
    private static final Pattern LINK = Pattern.compile("\\{@link |<a href=");

    @Test
    void unfinishedWorkSaysWhy() {
        assertEquals(
                List.of(),
                lines(
                        Checkout.writtenFiles(),
                        line -> UNFINISHED.matcher(line).find()
                                && !REASON.matcher(line).find()));
    }

    @Test
    void testsNeitherSleepNorAreSwitchedOff() {
        List<Path> tests = Checkout.javaFiles("src/test/java");
        assertFalse(tests.isEmpty(), "no test sources found: wrong folder?");
        assertEquals(
                List.of(),
                lines(
                        tests,
                        line -> WAITING.matcher(line).find()
                                || SWITCHED_OFF.matcher(line).find()));
    }

    @Test
    void everyPackageSaysWhatItIsAndWhereToStart() {
        List<String> missing = new ArrayList<>();
        List<Path> descriptions = Checkout.javaFiles("src/main/java").stream()
                .filter(file -> !file.endsWith("module-info.java"))
                .map(file -> file.resolveSibling("package-info.java"))
                .distinct()
                .toList();
        assertFalse(descriptions.isEmpty(), "no sources found: wrong folder?");
        for (Path description : descriptions) {
            if (!Files.exists(description)) {
                missing.add(description + " does not exist");
                continue;
            }
            String text = Checkout.read(description);
            if (!text.contains("@NullMarked")) {
                missing.add(description + " lacks @NullMarked");
            }
            if (!text.contains("Starting points")
                    || LINK.matcher(text).results().count() < 3) {
                missing.add(description + " lacks \"Starting points\" with three links");
            }
        }
        assertEquals(List.of(), missing);
    }

    /** {@code file:line: text} of every line that {@code breaks}. */
    private static List<String> lines(List<Path> files, Predicate<String> breaks) {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = Checkout.read(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (breaks.test(lines.get(i))) {
                    found.add(Checkout.root().relativize(file) + ":" + (i + 1) + ": "
                            + lines.get(i).strip());
                }
            }
        }
        return found;
    }
}
