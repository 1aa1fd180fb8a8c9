package dev.troupe.node.conformance;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.Entry;
import dev.troupe.core.Limits;
import dev.troupe.core.Permissions;
import dev.troupe.core.Script;
import dev.troupe.core.TerminationReason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One run of one web platform test, as an actor in a fresh isolate: the prelude (what a page or worker has and Node has
 * not), the platform's own {@code testharness.js}, then the test. Stateless; any thread, which waits.
 */
final class WptRun {
    /** The name of the verdict over the file as a whole: it ended, and nothing was thrown outside of a subtest. */
    static final String WHOLE = "(harness)";

    private static final String MARK = "\u0001wpt ";

    private WptRun() {}

    /**
     * What came of it: each subtest's message, empty for those that passed; the whole file's verdict is one of them.
     */
    record Result(WptFile test, Map<String, String> subtests, String output) {
        long passed() {
            return subtests.values().stream().filter(String::isEmpty).count();
        }
    }

    static Result of(WptFile test, ActorHost host, Duration usual) throws InterruptedException, IOException {
        Duration limit = test.isLong() ? usual.multipliedBy(6) : usual; // as the platform's own runner gives them
        Output output = new Output();
        Actor actor = host.create(options(test, output, limit));
        String end;
        try {
            TerminationReason reason =
                    actor.terminated().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            end = reason.exitCode() == 0 ? "ended before it was complete" : reason.message();
        } catch (TimeoutException late) {
            actor.destroy(Duration.ZERO).toCompletableFuture().join();
            end = "does not end";
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The host lost " + test.id(), failure);
        }
        return result(test, output.text(), end);
    }

    private static ActorOptions options(WptFile test, Output output, Duration limit) throws IOException {
        return ActorOptions.builder()
                .script(new Script.Inline("wpt.cjs", program(test), Optional.of(Path.of(""))))
                .entry(Entry.MODULE)
                .directory(Path.of(""))
                .stdio(output)
                .withoutPorts()
                .permissions(Permissions.trusted())
                .limits(Limits.defaults().withTurn(limit).withStart(limit))
                .env(Map.of("WPT_ROOT", test.root().toString(), "WPT_TEST", test.name(), "WPT_VARIANT", test.variant()))
                .build();
    }

    private static String program(WptFile test) throws IOException {
        String harness = Files.readString(test.root().resolve("resources/testharness.js"));
        return resource("wpt-prelude.js") + "\n" + harness + "\n" + resource("wpt-report.js") + "\n(0, eval)("
                + quoted(test.script() + "\n//# sourceURL=" + test.name()) + ");\n";
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(WptRun.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A JS string literal. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20 || c > 0x7e) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static Result result(WptFile test, String output, String end) {
        Map<String, String> subtests = new LinkedHashMap<>();
        StringBuilder rest = new StringBuilder();
        for (String line : output.split("\n")) {
            if (!line.startsWith(MARK)) {
                rest.append(line).append('\n');
                continue;
            }
            String[] fields = line.substring(MARK.length()).split(" ", 3);
            String message = fields[0].equals("0") ? "" : status(fields[0]) + " " + decoded(fields[2]);
            String name = decoded(fields[1]);
            // a failure stays one if a second subtest has the same name
            subtests.merge(name, message, (first, second) -> first.isEmpty() ? second : first);
        }
        subtests.entrySet()
                .removeIf(subtest ->
                        !subtest.getValue().isEmpty() && test.failing().contains(subtest.getKey()));
        subtests.putIfAbsent(WHOLE, end);
        return new Result(test, subtests, rest.toString());
    }

    private static String status(String number) {
        return switch (number) {
            case "1" -> "FAIL";
            case "2" -> "TIMEOUT";
            case "3" -> "NOTRUN";
            default -> "PRECONDITION";
        };
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
