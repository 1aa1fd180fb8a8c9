package dev.troupe.server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code troupe} command in a process of its own, with its standard error in a file. Used by one test's thread;
 * closing it kills a process that is still there.
 */
final class TroupeProcess implements AutoCloseable {
    private final Process process;
    private final Path errors;
    private final BufferedReader output;

    private TroupeProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static TroupeProcess start(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // what this JVM was given so that newer ones print no warnings of their own, and that what runs is counted as
        // covered
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--enable-native-access")
                        || flag.startsWith("--sun-misc-unsafe")
                        || flag.startsWith("-javaagent:"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Troupe.class.getName()));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile(directory, "stderr", ".txt");
        return new TroupeProcess(
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectError(errors.toFile())
                        .start(),
                errors);
    }

    /** Waits for the line of standard output that begins with {@code prefix} and gives the rest of it. */
    String awaitLine(String prefix) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(prefix)) {
                return line.substring(prefix.length());
            }
        }
        throw new IOException("the command ended before it printed \"" + prefix + "\": " + errors());
    }

    /** Asks the process to end, as Ctrl-C and a supervisor do (both signals take the same way through the JVM). */
    void interrupt() {
        process.toHandle().destroy(); // the process's own method closes its streams as well
    }

    /** Waits for the end and gives the rest of standard output. */
    String remainingOutput() throws IOException {
        StringBuilder rest = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            rest.append(line).append('\n');
        }
        return rest.toString();
    }

    int exitCode() throws IOException, InterruptedException {
        remainingOutput();
        return process.waitFor();
    }

    String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
