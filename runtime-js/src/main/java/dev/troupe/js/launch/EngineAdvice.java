package dev.troupe.js.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What follows from the facts of a JVM: whether the engine can compile hot code there, why, and the flags that a JVM of
 * this kind wants. A value, made by the pure function {@link #of}.
 *
 * @param optimised whether hot code will be compiled to machine code when the JVM is started with {@code flags}
 * @param cause why, in one sentence, with the remedy when it is not optimised
 * @param flags the JVM's command-line flags, in order; each is one argument
 */
public record EngineAdvice(boolean optimised, String cause, List<String> flags) {

    /**
     * The artifacts of the optimising compiler, all of the engine's version, that a stock JDK 25 needs beside the
     * library.
     */
    public static final List<String> COMPILER_ARTIFACTS = List.of(
            "org.graalvm.compiler:compiler",
            "org.graalvm.truffle:truffle-compiler",
            "org.graalvm.sdk:word",
            "org.graalvm.sdk:collections");

    /** The one feature release whose stock builds take the compiler of this engine line as modules. */
    private static final int STOCK_FEATURE = 25;

    public EngineAdvice {
        flags = List.copyOf(flags);
    }

    /**
     * Tells what {@code jvm} can do with an engine of {@code engineVersion}.
     *
     * @param compiler the folder with the jars of {@link #COMPILER_ARTIFACTS}; empty when there is none
     */
    public static EngineAdvice of(Jvm jvm, Runtime.Version engineVersion, Optional<Path> compiler) {
        List<String> flags = new ArrayList<>();
        if (jvm.version().feature() >= 24) {
            // JEP 472 and JEP 498: without these the JVM prints warnings about the engine's own use of native code and
            // memory
            flags.add("--enable-native-access=ALL-UNNAMED");
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (jvm.version().feature() >= 25) {
            flags.add("-XX:+UseCompactObjectHeaders"); // JEP 519: 2 KB less for each actor
        }
        if (jvm.graal()) {
            return new EngineAdvice(true, "this GraalVM JDK brings the optimising compiler", flags);
        }
        Optional<String> obstacle = obstacle(jvm, engineVersion);
        if (obstacle.isPresent()) {
            return new EngineAdvice(false, obstacle.get(), flags);
        }
        if (compiler.isEmpty()) {
            return new EngineAdvice(
                    false,
                    "the optimising compiler is not on the module path: copy the jars of "
                            + String.join(", ", COMPILER_ARTIFACTS) + " at version " + engineVersion
                            + " into a folder and ask again with that folder",
                    flags);
        }
        flags.add("-XX:+UnlockExperimentalVMOptions");
        flags.add("-XX:+EnableJVMCI");
        flags.addAll(modulePath(jvm, compiler.get()));
        return new EngineAdvice(
                true, "JDK " + jvm.version().feature() + " with the optimising compiler on the module path", flags);
    }

    private static Optional<String> obstacle(Jvm jvm, Runtime.Version engineVersion) {
        String newer = "use JDK " + engineVersion + " or a later JDK " + STOCK_FEATURE + " for peak speed";
        if (jvm.version().feature() != STOCK_FEATURE) {
            return Optional.of("a stock JDK " + jvm.version().feature() + " has no compiler for engine " + engineVersion
                    + "; " + newer);
        }
        if (jvm.version().compareToIgnoreOptional(engineVersion) < 0) {
            return Optional.of("JDK " + jvm.version() + " is older than engine " + engineVersion + "; " + newer);
        }
        if (!jvm.hotSpot() || !jvm.compilerInterface()) {
            return Optional.of(
                    "this JVM (" + jvm.vm() + ") has no compiler interface; use a HotSpot JDK with jdk.internal.vm.ci");
        }
        return Optional.empty();
    }

    /**
     * A place holder in the image must be upgraded, which switches class-data archives off; an image without one need
     * not.
     */
    private static List<String> modulePath(Jvm jvm, Path compiler) {
        return jvm.compilerModule()
                ? List.of("--upgrade-module-path=" + compiler)
                : List.of("--module-path=" + compiler, "--add-modules=jdk.graal.compiler");
    }
}
