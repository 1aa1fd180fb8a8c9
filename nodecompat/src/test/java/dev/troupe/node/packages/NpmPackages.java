package dev.troupe.node.packages;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The packages of {@code src/test/npm}, installed once by npm at the versions of the lock file, with the programs that
 * use them beside. Called on a test's thread; what it installs stays under {@code target} until the lock file changes.
 * Where npm is missing the tests that need packages are skipped and say so, except in continuous integration.
 */
final class NpmPackages {
    private static final Path SOURCE = Path.of("src/test/npm");
    private static final Path INSTALLED = Path.of("target/npm");

    private NpmPackages() {}

    /** Returns the folder that has {@code node_modules}, {@code programs} and {@code servers}. */
    static Path install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        try (FileChannel channel =
                FileChannel.open(INSTALLED.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock held = channel.lock();
            copy("programs");
            copy("servers");
            if (!isUpToDate()) {
                npmInstall();
            }
            held.release();
        }
        return INSTALLED.toAbsolutePath();
    }

    private static void copy(String name) throws IOException {
        Path target = Files.createDirectories(INSTALLED.resolve(name));
        try (Stream<Path> files = Files.list(SOURCE.resolve(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean isUpToDate() throws IOException {
        Path stamp = INSTALLED.resolve("installed.json");
        return Files.exists(stamp) && Files.mismatch(stamp, SOURCE.resolve("package-lock.json")) == -1;
    }

    private static void npmInstall() throws IOException, InterruptedException {
        for (String name : List.of("package.json", "package-lock.json")) {
            Files.copy(SOURCE.resolve(name), INSTALLED.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Path log = INSTALLED.resolve("npm.log").toAbsolutePath();
        int code;
        try {
            code = run(log, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        } catch (IOException missing) {
            Assumptions.assumeFalse(
                    System.getenv("CI") == null, "npm is not on the PATH: the packages cannot be tried");
            throw missing;
        }
        if (code != 0) {
            throw new IOException("npm ci failed with exit code " + code + ":\n" + Files.readString(log));
        }
        Files.copy(
                INSTALLED.resolve("package-lock.json"),
                INSTALLED.resolve("installed.json"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static int run(Path log, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(INSTALLED.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " took more than 5 minutes");
        }
        return process.exitValue();
    }
}
