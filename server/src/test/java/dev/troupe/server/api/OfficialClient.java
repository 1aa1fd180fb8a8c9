package dev.troupe.server.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The official client, and TypeScript's compiler, at the version of the lock file, installed by npm, and the programs
 * that use it. Where npm is missing the test is skipped and says so, except in continuous integration. Called on a
 * test's thread.
 */
public final class OfficialClient {
    private static final Path SOURCE = Path.of("src/test/npm");
    private static final Path INSTALLED = Path.of("target/npm");

    private OfficialClient() {}

    /** Runs a program under the real Node and gives what it printed. */
    static String run(String program, String... arguments) throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        install();
        Files.copy(SOURCE.resolve(program), INSTALLED.resolve(program), StandardCopyOption.REPLACE_EXISTING);
        List<String> command = new java.util.ArrayList<>(List.of("node", program));
        command.addAll(List.of(arguments));
        return output(command);
    }

    /** Where the packages are. */
    public static Path installed() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        install();
        return INSTALLED;
    }

    /** What TypeScript's compiler, of the lock file too, says of the project in {@code folder}, right or wrong. */
    public static String compile(Path folder) throws IOException, InterruptedException {
        Path compiler = installed().resolve("node_modules/typescript/bin/tsc").toAbsolutePath();
        Process process = new ProcessBuilder("node", compiler.toString(), "--project", ".", "--pretty", "false")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static void install() throws IOException, InterruptedException {
        Path lock = SOURCE.resolve("package-lock.json");
        Path stamp = INSTALLED.resolve("installed.json");
        if (Files.exists(stamp) && Files.mismatch(stamp, lock) == -1) {
            return;
        }
        for (String name : List.of("package.json", "package-lock.json")) {
            Files.copy(SOURCE.resolve(name), INSTALLED.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            output(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        } catch (IOException missing) {
            Assumptions.assumeFalse(System.getenv("CI") == null, "npm is not there: " + missing.getMessage());
            throw missing;
        }
        Files.copy(lock, stamp, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(INSTALLED.toAbsolutePath(), "run", ".log");
        Process process = new ProcessBuilder(command)
                .directory(INSTALLED.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(100, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(
                    String.join(" ", command.subList(0, 2)) + " took too long:\n" + Files.readString(log));
        }
        String printed = Files.readString(log);
        if (process.exitValue() != 0) {
            throw new IOException(
                    String.join(" ", command.subList(0, 2)) + " ended with " + process.exitValue() + ":\n" + printed);
        }
        return printed;
    }
}
