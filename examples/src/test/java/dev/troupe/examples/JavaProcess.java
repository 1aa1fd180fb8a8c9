package dev.troupe.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM like this one in a process of its own. Called on a test's thread, which waits for its end. */
final class JavaProcess {

    private JavaProcess() {}

    /** Starts it; standard error goes to this process's. */
    static Process start(Path directory, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Runs it to its end and gives its standard output. */
    static String run(Path directory, List<String> arguments) throws IOException, InterruptedException {
        Process process = start(directory, arguments);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(
                    arguments + " ended with exit code " + process.exitValue() + " after printing:\n" + output);
        }
        return output;
    }
}
