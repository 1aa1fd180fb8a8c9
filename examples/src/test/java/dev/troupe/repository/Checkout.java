package dev.troupe.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that these tests look at, as files. Stateless; any thread; ends with the test run. */
final class Checkout {

    static final List<String> LIBRARY_MODULES = List.of("core", "runtime-js", "nodecompat", "store", "server");

    private static final List<String> FOLDERS = Stream.concat(
                    LIBRARY_MODULES.stream(), Stream.of("examples", "benchmarks"))
            .toList();

    private Checkout() {}

    /** The root folder: Surefire starts the tests of a module in that module's folder. */
    static Path root() {
        return Path.of("..").toAbsolutePath().normalize();
    }

    /** The Java files below {@code sources} (for example {@code src/main/java}) of every module. */
    static List<Path> javaFiles(String sources) {
        return FOLDERS.stream()
                .map(module -> root().resolve(module).resolve(sources))
                .filter(Files::isDirectory)
                .flatMap(folder -> files(folder).stream())
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** The files below {@code src} of every module that people wrote, tests included. */
    static List<Path> writtenFiles() {
        return FOLDERS.stream()
                .map(module -> root().resolve(module).resolve("src"))
                .filter(Files::isDirectory)
                .flatMap(folder -> files(folder).stream())
                .filter(file -> file.toString().matches(".*\\.(java|js|mjs|cjs|ts|xml|properties|md)"))
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + folder, failure);
        }
    }
}
