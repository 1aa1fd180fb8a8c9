package dev.troupe.node.conformance;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.Entry;
import dev.troupe.core.Limits;
import dev.troupe.core.Permissions;
import dev.troupe.core.Script;
import dev.troupe.core.Stdio;
import dev.troupe.core.TerminationReason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One run of one test file, as an actor in a fresh isolate with trusted permissions, as {@code tools/test.py} runs it
 * as a process: pass means exit code 0 within the time. Stateless but for the numbering of runs; any thread, which
 * waits.
 */
final class TestRun {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private TestRun() {}

    /** What came of it: the status and everything that the test printed. */
    record Outcome(TestFile test, Status status, String output, Duration took) {
        /** Not to be counted against the runtime. */
        boolean fine() {
            return status == Status.PASSED || status == Status.SKIPPED;
        }
    }

    /** How a run ended. */
    enum Status {
        PASSED,
        SKIPPED,
        FAILED,
        TIMED_OUT
    }

    static Outcome of(TestFile test, ActorHost host, Path temporary, Duration limit) throws InterruptedException {
        Output output = new Output();
        long begin = System.nanoTime();
        Actor actor = host.create(options(test, temporary, output, limit));
        try {
            TerminationReason reason =
                    actor.terminated().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return outcome(test, reason, output.text(), begin);
        } catch (TimeoutException late) {
            actor.destroy(Duration.ZERO).toCompletableFuture().join();
            return new Outcome(test, Status.TIMED_OUT, output.text(), since(begin));
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The host lost " + test.id(), failure);
        }
    }

    private static ActorOptions options(TestFile test, Path temporary, Stdio output, Duration limit) {
        int number = NEXT.getAndIncrement();
        return ActorOptions.builder()
                .script(Script.file(test.path()))
                .entry(Entry.MODULE)
                .runtimeArguments(test.flags())
                .directory(tree(test)) // as Node's own runner does
                .stdio(output)
                .withoutPorts()
                .permissions(Permissions.trusted())
                .limits(Limits.defaults()
                        .withTurn(limit)
                        .withStart(limit)) // one bound for all: a busy machine makes turns long
                .env(Map.of(
                        "NODE_TEST_KNOWN_GLOBALS",
                        "0",
                        "NODE_SKIP_FLAG_CHECK",
                        "1",
                        "NODE_TEST_DIR",
                        temporary.toString(),
                        "NODE_OPTIONS",
                        "",
                        "TEST_PARALLEL", // as Node's own runner says it: parts of a test that share a file take turns
                        test.id().startsWith("parallel/") ? "1" : "",
                        "TEST_THREAD_ID",
                        Integer.toString(number),
                        "TEST_SERIAL_ID",
                        Integer.toString(number)))
                .build();
    }

    /** The folder that holds {@code test/}. */
    private static Path tree(TestFile test) {
        Path suite = test.path().toAbsolutePath().getParent();
        return suite == null ? Path.of("") : suite.resolve("../..").normalize();
    }

    private static Outcome outcome(TestFile test, TerminationReason reason, String output, long begin) {
        if (reason.exitCode() == 0) {
            boolean skipped = output.contains("1..0 # Skipped:");
            return new Outcome(test, skipped ? Status.SKIPPED : Status.PASSED, output, since(begin));
        }
        String all = output + "\n(" + reason.message() + ")";
        return new Outcome(test, Status.FAILED, all, since(begin));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
