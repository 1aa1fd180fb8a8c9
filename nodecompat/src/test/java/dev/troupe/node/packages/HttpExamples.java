package dev.troupe.node.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The actors of {@code examples} that need packages, beside the packages of the tests. Called on a test's thread. */
final class HttpExamples {
    private HttpExamples() {}

    /** Copies one to where its packages are found. */
    static Path actor(Path installed, String name) throws IOException {
        Path target = Files.createDirectories(installed.resolve("examples").resolve(name));
        return Files.copy(
                Path.of("../examples").resolve(name).resolve("actor.mjs"),
                target.resolve("actor.mjs"),
                StandardCopyOption.REPLACE_EXISTING);
    }
}
