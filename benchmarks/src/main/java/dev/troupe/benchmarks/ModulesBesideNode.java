package dev.troupe.benchmarks;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.Entry;
import dev.troupe.core.Limits;
import dev.troupe.core.LogStream;
import dev.troupe.core.Permissions;
import dev.troupe.core.Script;
import dev.troupe.core.Stdio;
import dev.troupe.core.TerminationReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One program of {@code benchmarks/programs} under the installed Node, then under this JVM, as a table with the ratio.
 * Runs on the main thread; ends with the process.
 */
public final class ModulesBesideNode {
    private static final Pattern LINE = Pattern.compile("\\{\"name\":\"(.*)\",\"micros\":([0-9.e+-]+)\\}");

    /** A synchronous case keeps its turn until it is measured, and the first ones belong to the start. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private ModulesBesideNode() {}

    /** Arguments: the program, then its own. */
    public static void main(String[] arguments) throws Exception {
        Path program = Path.of(arguments[0]);
        List<String> own = List.of(arguments).subList(1, arguments.length);
        Map<String, Double> node = times(underNode(program, own));
        System.out.println("| case | Node, µs | Troupe, µs | Troupe's speed, Node = 1 |");
        System.out.println("|---|---:|---:|---:|");
        times(underTroupe(program, own)).forEach((name, micros) -> {
            double peer = node.getOrDefault(name, Double.NaN);
            System.out.printf("| %s | %.1f | %.1f | %.2f |%n", name, peer, micros, peer / micros);
        });
    }

    private static String underNode(Path program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("node", program.toString()));
        command.addAll(arguments);
        Process node = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (node.waitFor() != 0) {
            throw new IllegalStateException(program + " failed under node, exit code " + node.exitValue());
        }
        return output;
    }

    private static String underTroupe(Path program, List<String> arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Stdio console = (stream, bytes) -> {
            if (stream == LogStream.STDOUT) {
                output.writeBytes(bytes);
            } else {
                System.err.writeBytes(bytes);
            }
        };
        try (ActorHost host = ActorHost.builder().build()) {
            Actor actor = host.create(ActorOptions.builder()
                    .script(Script.file(program))
                    .entry(Entry.MODULE)
                    .arguments(arguments)
                    .stdio(console)
                    .withoutPorts()
                    .permissions(Permissions.trusted())
                    .limits(Limits.defaults().withStart(LONGEST).withTurn(LONGEST))
                    .build());
            TerminationReason reason = actor.terminated().toCompletableFuture().join();
            if (reason.exitCode() != 0) {
                throw new IllegalStateException(program + " failed under Troupe: " + reason.message());
            }
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, Double> times(String output) {
        Map<String, Double> times = new LinkedHashMap<>();
        Matcher lines = LINE.matcher(output);
        while (lines.find()) {
            times.put(lines.group(1), Double.valueOf(lines.group(2)));
        }
        return times;
    }
}
