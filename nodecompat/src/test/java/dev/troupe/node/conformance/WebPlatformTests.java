package dev.troupe.node.conformance;

import dev.troupe.core.ActorHost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code nodecompat/wpt [OPTION…] [AREA | FILE…]}: runs the web platform tests that Node runs ({@code url},
 * {@code dom/abort}, {@code url/url-origin.any.js}); if none is named, the areas of the checked-in list.
 *
 * <ul>
 *   <li>{@code --list} fails if a subtest fails that the checked-in list does not expect to
 *   <li>{@code --record} puts what was found into that list, for the tests that ran
 *   <li>{@code --verbose} shows each failing subtest
 *   <li>{@code --jobs N} how many run at once; default 2
 *   <li>{@code --timeout SECONDS} default 30
 * </ul>
 *
 * One file: its failing subtests and its output are shown. Runs on the main thread and a pool of its own; ends the
 * process with 1 if {@code --list} found a regression.
 */
public final class WebPlatformTests {
    /** What runs if nothing is named; WebCryptoAPI and the performance areas take minutes and are run by name. */
    private static final List<String> AREAS =
            List.of("FileAPI", "compression", "console", "dom", "encoding", "hr-time", "html", "streams", "url");

    private final Arguments arguments;
    private final WptExpected expected;
    private final List<WptRun.Result> results = new ArrayList<>();

    private WebPlatformTests(Arguments arguments, WptExpected expected) {
        this.arguments = arguments;
        this.expected = expected;
    }

    public static void main(String[] words) throws Exception {
        Arguments arguments = Arguments.of(List.of(words));
        WptExpected expected =
                WptExpected.read(arguments.root().resolve("nodecompat/src/test/conformance/wpt-expected.txt"));
        System.exit(new WebPlatformTests(arguments, expected).run() ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException, ExecutionException {
        List<String> words = arguments.words().isEmpty() ? AREAS : arguments.words();
        List<WptFile> tests = WptFile.all(arguments.tests()).stream()
                .filter(test -> words.stream().anyMatch(test::matches))
                .toList();
        try (ActorHost host = ActorHost.builder().build()) {
            ExecutorService pool = Executors.newFixedThreadPool(arguments.jobs());
            try {
                List<Callable<WptRun.Result>> work = new ArrayList<>();
                for (WptFile test : tests) {
                    work.add(() -> show(WptRun.of(test, host, arguments.timeout())));
                }
                for (Future<WptRun.Result> done : pool.invokeAll(work)) {
                    results.add(done.get());
                }
            } finally {
                pool.shutdownNow();
            }
        }
        return report();
    }

    private synchronized WptRun.Result show(WptRun.Result result) {
        long passed = result.passed();
        boolean one = !arguments.files().isEmpty();
        if (one || arguments.verbose() || passed < result.subtests().size()) {
            System.out.printf(
                    "%5d of %5d %s%n",
                    passed, result.subtests().size(), result.test().id());
        }
        if (one || arguments.verbose()) {
            result.subtests().forEach((name, message) -> {
                if (!message.isEmpty()) {
                    System.out.println("    " + printable(name) + ": " + printable(message));
                }
            });
        }
        if (one) {
            System.out.println(result.output());
        }
        return result;
    }

    private static String printable(String text) {
        String quoted = WptRun.quoted(text.replace('"', '\''));
        return quoted.substring(1, Math.min(quoted.length() - 1, 300));
    }

    private boolean report() throws IOException {
        Map<String, long[]> areas = new TreeMap<>();
        for (WptRun.Result result : results) {
            long[] sums = areas.computeIfAbsent(result.test().area(), area -> new long[2]);
            sums[0] += result.passed();
            sums[1] += result.subtests().size();
        }
        areas.forEach((area, sums) -> printSum(area, sums[0], sums[1]));
        long passed = results.stream().mapToLong(WptRun.Result::passed).sum();
        printSum(
                "all",
                passed,
                areas.values().stream().mapToLong(sums -> sums[1]).sum());
        if (arguments.record()) {
            expected.record(results);
        }
        if (!arguments.list()) {
            return true;
        }
        long regressions = results.stream().mapToLong(this::regressions).sum();
        System.out.println(passed + " passed, " + regressions + " failed");
        return regressions == 0;
    }

    private static void printSum(String area, long passed, long all) {
        System.out.printf("%-36s %6d of %6d passed (%d %%)%n", area, passed, all, all == 0 ? 100 : 100 * passed / all);
    }

    private long regressions(WptRun.Result result) {
        long[] count = new long[1];
        result.subtests().forEach((name, message) -> {
            if (!message.isEmpty() && !expected.has(result.test(), name)) {
                System.out.println(
                        "REGRESSION " + result.test().id() + " " + printable(name) + ": " + printable(message));
                count[0]++;
            }
        });
        return count[0];
    }
}
