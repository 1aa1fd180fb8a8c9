package dev.troupe.node.conformance;

import dev.troupe.core.ActorHost;
import dev.troupe.node.conformance.TestRun.Outcome;
import dev.troupe.node.conformance.TestRun.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * {@code nodecompat/conformance [OPTION…] [MODULE | FILE…]}: runs Node's own tests, all of them, those of some modules,
 * or some files.
 *
 * <ul>
 *   <li>{@code --list} runs what the checked-in list says, and fails if one of them fails
 *   <li>{@code --record} adds what passed to that list; it never takes a line away
 *   <li>{@code --report} writes the table of {@code NODE_COMPAT.md}; for full runs
 *   <li>{@code --all} runs what is not embeddable, too
 *   <li>{@code --jobs N} how many run at once; default 2
 *   <li>{@code --timeout SECONDS} default 30
 * </ul>
 *
 * One file: its output is printed whether it passed or not. Runs on the main thread and a pool of its own; ends the
 * process with 1 if {@code --list} found a regression, or if a named file failed.
 */
public final class Conformance {
    /** More failures than these are no disturbance. */
    private static final int MOST_DISTURBED = 25;

    private final Arguments arguments;
    private final PassingList passing;
    private final MissingReasons reasons;
    private final List<Outcome> outcomes = new ArrayList<>();

    private Conformance(Arguments arguments, PassingList passing, MissingReasons reasons) {
        this.arguments = arguments;
        this.passing = passing;
        this.reasons = reasons;
    }

    public static void main(String[] words) throws Exception {
        Arguments arguments = Arguments.of(List.of(words));
        Path lists = arguments.root().resolve("nodecompat/src/test/conformance");
        PassingList passing = PassingList.read(lists.resolve("passing.txt"));
        MissingReasons reasons = MissingReasons.read(lists.resolve("missing.txt"));
        System.exit(new Conformance(arguments, passing, reasons).run() ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException, ExecutionException {
        List<TestFile> tests = chosen(TestFile.all(arguments.tests()));
        Path temporary = Files.createTempDirectory("troupe-conformance");
        try (ActorHost host = ActorHost.builder().build()) {
            runAll(tests.stream().filter(test -> !test.alone()).toList(), host, temporary, arguments.jobs());
            runAll(tests.stream().filter(TestFile::alone).toList(), host, temporary, 1);
            if (arguments.list()) {
                runAgainAlone(host, temporary);
            }
        } finally {
            deleteTree(temporary);
        }
        outcomes.sort((left, right) -> left.test().id().compareTo(right.test().id()));
        return report();
    }

    /**
     * Many of Node's tests give a timer or a peer a few milliseconds, which a busy machine does not have. What failed
     * beside others counts if it fails without them as well; it is named either way.
     */
    private void runAgainAlone(ActorHost host, Path temporary) throws InterruptedException, ExecutionException {
        List<TestFile> failed = outcomes.stream()
                .filter(outcome -> !outcome.fine())
                .map(Outcome::test)
                .toList();
        if (failed.isEmpty() || failed.size() > MOST_DISTURBED) {
            return;
        }
        System.out.println("once more, without neighbours: " + failed.size());
        outcomes.removeIf(outcome -> !outcome.fine());
        runAll(failed, host, temporary, 1);
    }

    private List<TestFile> chosen(List<TestFile> all) {
        if (arguments.list()) {
            return all.stream().filter(test -> passing.has(test.id())).toList();
        }
        return all.stream()
                .filter(test -> arguments.all()
                        || arguments.namesFile(test)
                        || test.unembeddable().isEmpty())
                .filter(arguments::wants)
                .toList();
    }

    private void runAll(List<TestFile> tests, ActorHost host, Path temporary, int jobs)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        try {
            List<Callable<Outcome>> work = new ArrayList<>();
            for (TestFile test : tests) {
                work.add(() -> {
                    Outcome outcome = TestRun.of(test, host, temporary, arguments.timeout());
                    show(outcome);
                    return outcome;
                });
            }
            for (Future<Outcome> done : pool.invokeAll(work)) {
                outcomes.add(done.get());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private synchronized void show(Outcome outcome) {
        boolean fine = outcome.fine();
        if (arguments.files().size() == 1) {
            System.out.println(outcome.output());
        }
        if (!fine || arguments.verbose()) {
            System.out.printf(
                    "%-9s %s (%d ms) %s%n",
                    outcome.status(), outcome.test().id(), outcome.took().toMillis(), fine ? "" : reason(outcome));
        }
    }

    /** The line of a failing test's output that says most. */
    static String reason(Outcome outcome) {
        return outcome.output()
                .lines()
                .filter(line -> line.matches(".*(Error|Exception|ERR_|Mismatched|not a function|assert).*"))
                .filter(line -> !line.matches("\\s*(?:at |\\^|assert\\.|assert\\(|throw ).*"))
                .findFirst()
                .map(line ->
                        line.strip().substring(0, Math.min(160, line.strip().length())))
                .orElse("");
    }

    private boolean report() throws IOException {
        Map<String, Tally> tallies = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            tallies.computeIfAbsent(outcome.test().module(), module -> new Tally())
                    .count(outcome.status());
        }
        tallies.forEach((module, tally) -> System.out.printf("%-28s %s%n", module, tally));
        Tally sum = new Tally();
        outcomes.forEach(outcome -> sum.count(outcome.status()));
        System.out.printf("%-28s %s%n", "all", sum);
        if (arguments.record()) {
            passing.add(ids(Status.PASSED));
        }
        if (arguments.report()) {
            CompatibilityReport.write(arguments.root().resolve("NODE_COMPAT.md"), arguments.tests(), outcomes, reasons);
        }
        Set<String> failed = ids(Status.FAILED);
        failed.addAll(ids(Status.TIMED_OUT));
        long unexplained =
                failed.stream().filter(id -> reasons.of(id).isEmpty()).count();
        if (unexplained > 0 && !arguments.list()) {
            System.out.println(unexplained + " of those that fail have no reason in missing.txt");
        }
        if (arguments.list()) {
            failed.addAll(passing.missing(
                    outcomes.stream().map(outcome -> outcome.test().id()).toList()));
            failed.forEach(id -> System.out.println("REGRESSION " + id));
            System.out.println(sum.passed + " passed, " + failed.size() + " failed, " + sum.skipped + " skipped");
        }
        return arguments.list() || !arguments.files().isEmpty() ? failed.isEmpty() : true;
    }

    private Set<String> ids(Status status) {
        return outcomes.stream()
                .filter(outcome -> outcome.status() == status)
                .map(outcome -> outcome.test().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void deleteTree(Path folder) throws IOException {
        List<Path> inside;
        try (var tree = Files.walk(folder)) {
            inside = tree.sorted((left, right) -> right.compareTo(left)).toList();
        }
        for (Path path : inside) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException busy) { // a killed test may still be at it: the verdict is not lost for that
                System.err.println("could not remove " + path + ": " + busy.getMessage());
            }
        }
    }

    /** How many of a module's tests ended how. */
    static final class Tally {
        private int passed;
        private int skipped;
        private int failed;

        void count(Status status) {
            switch (status) {
                case PASSED -> passed++;
                case SKIPPED -> skipped++;
                case FAILED, TIMED_OUT -> failed++;
            }
        }

        static Tally of(Collection<Outcome> outcomes) {
            Tally tally = new Tally();
            outcomes.forEach(outcome -> tally.count(outcome.status()));
            return tally;
        }

        int passed() {
            return passed;
        }

        int skipped() {
            return skipped;
        }

        /** Those that ran to a verdict. */
        int counted() {
            return passed + failed;
        }

        /** Passed of those that ran to a verdict, in percent. */
        int percent() {
            return counted() == 0 ? 100 : 100 * passed / counted();
        }

        @Override
        public String toString() {
            return "%4d of %4d passed (%d %%), %d skipped".formatted(passed, counted(), percent(), skipped);
        }
    }
}
