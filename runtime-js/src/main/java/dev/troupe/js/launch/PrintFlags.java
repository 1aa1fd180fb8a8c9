package dev.troupe.js.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The program that prints the flags which the running JVM wants for an embedded host, one a line on standard output,
 * and says on standard error whether the engine will run optimised with them and why. Its one optional argument is the
 * folder with the compiler's jars. Ends with exit code 0, or 2 for a wrong argument.
 */
public final class PrintFlags {

    private PrintFlags() {}

    /** Runs the program. */
    public static void main(String[] arguments) {
        Optional<Path> compiler = arguments.length == 0
                ? Optional.empty()
                : Optional.of(Path.of(arguments[0]).toAbsolutePath());
        if (arguments.length > 1
                || compiler.filter(folder -> !Files.isDirectory(folder)).isPresent()) {
            System.err.println("usage: PrintFlags [FOLDER], the folder that has the jars of "
                    + String.join(", ", EngineAdvice.COMPILER_ARTIFACTS) + " at version " + engineVersion());
            System.exit(2);
        }
        EngineAdvice advice = EngineAdvice.of(Jvm.current(), engineVersion(), compiler);
        advice.flags().forEach(System.out::println);
        System.err.println((advice.optimised() ? "optimised: " : "interpreter only: ") + advice.cause());
    }

    /** The version of the engine that this library was built against. */
    public static Runtime.Version engineVersion() {
        Properties properties = new Properties();
        try (InputStream in = PrintFlags.class.getResourceAsStream("/META-INF/troupe/js/engine.properties")) {
            if (in == null) {
                throw new IllegalStateException(
                        "META-INF/troupe/js/engine.properties is missing from the library: build it with Maven");
            }
            properties.load(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Runtime.Version.parse(properties.getProperty("version"));
    }
}
