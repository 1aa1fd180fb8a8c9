package dev.troupe.js;

import dev.troupe.core.EngineDescription;
import dev.troupe.core.Limits;
import dev.troupe.js.launch.EngineAdvice;
import dev.troupe.js.launch.Jvm;
import dev.troupe.js.launch.PrintFlags;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.io.IOAccess;

/**
 * The engine of a host and the one option set of all its contexts: identical options and one {@link HostAccess} let all
 * actors share parsed sources and compiled code. Stateless; any thread. The factory owns and closes what {@link #open}
 * gives.
 */
final class Engines {
    /**
     * Nothing of Java is reachable but what a binding hands over as a proxy, and the bytes that {@code realm.js}
     * copies.
     */
    private static final HostAccess NOTHING =
            HostAccess.newBuilder(HostAccess.NONE).allowBufferAccess(true).build();

    /**
     * The options that do not depend on a limit; why each one: GraalJS's option list, and what a Node program expects
     * to find.
     */
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("js.ecmascript-version", "staging"),
            Map.entry("js.intl-402", "true"), // Node has Intl; it costs nothing until it is used
            Map.entry("js.shared-array-buffer", "true"),
            Map.entry("js.atomics", "true"),
            Map.entry("js.load", "true"), // realm.js takes both and deletes them: node:vm runs scripts with them
            Map.entry("js.v8-realm-builtin", "true"),
            Map.entry("js.print", "false"),
            Map.entry("js.console", "false"),
            Map.entry("js.shell", "false"),
            Map.entry("js.global-arguments", "false"),
            Map.entry("js.java-package-globals", "false"),
            Map.entry("js.polyglot-builtin", "false"),
            Map.entry("js.regexp-static-result", "true"), // RegExp.$1 is in old packages
            Map.entry("js.graal-builtin", "true"), // realm.js takes the rejection handler from it and deletes it
            Map.entry("js.async-context", "true"),
            Map.entry("js.stack-trace-api", "true"),
            Map.entry("js.unhandled-rejections", "handler"),
            Map.entry("js.esm-eval-returns-exports", "true"),
            Map.entry("js.error-cause", "true"),
            Map.entry("js.import-attributes", "true"),
            Map.entry("js.json-modules", "true"));

    private Engines() {}

    /**
     * Classes of the engine that a program's first error, or its first use of a host object, initializes. A program at
     * the end of its stack would fail that for good, and so for all actors of the JVM: a class that could not be
     * initialized is never tried again.
     */
    private static final List<String> MET_LATE = List.of(
            "HostException", "HostObject", "HostFunction", "HostProxy", "ScopedObject", "KeysArray", "TypesArray");

    /** What the DSL generates beside each of them. */
    private static final List<String> GENERATED = List.of(
            "Gen",
            "Gen$InteropLibraryExports",
            "Gen$InteropLibraryExports$Cached",
            "Gen$InteropLibraryExports$Uncached");

    /**
     * Options of the engine and none of a context: each context would keep copies of its own. So {@link Limits}'
     * default lengths hold for all actors.
     */
    static Engine open() {
        Engine engine = Engine.newBuilder("js")
                .allowExperimentalOptions(true)
                .option("engine.WarnInterpreterOnly", "false")
                .options(OPTIONS)
                .option(
                        "js.string-length-limit",
                        String.valueOf(Limits.defaults().stringLength()))
                .option(
                        "js.max-typed-array-length",
                        String.valueOf(Limits.defaults().bufferBytes()))
                .build();
        MET_LATE.forEach(name -> GENERATED.forEach(suffix -> initialize("com.oracle.truffle.host." + name + suffix)));
        initialize("com.oracle.truffle.host.HostInteropErrors");
        return engine;
    }

    private static void initialize(String name) {
        try {
            Class.forName(name, true, Engine.class.getClassLoader());
        } catch (ClassNotFoundException otherVersion) {
            System.getLogger(Engines.class.getName())
                    .log(System.Logger.Level.DEBUG, "This version of the engine has no class " + name, otherVersion);
        }
    }

    /** Says which mode runs; the engine itself is asked, not the flags. */
    static EngineDescription describe(Engine engine) {
        boolean optimised = !engine.getImplementationName().contains("Interpreted");
        EngineAdvice advice = EngineAdvice.of(Jvm.current(), PrintFlags.engineVersion(), Optional.empty());
        String cause = optimised ? engine.getImplementationName() + " compiles hot code" : advice.cause();
        return new EngineDescription("GraalJS " + version(engine), optimised, cause);
    }

    /** Outside of a GraalVM the engine calls itself a development build; its jar knows better. */
    static String version(Engine engine) {
        try (InputStream in = Engine.class.getResourceAsStream("/META-INF/graalvm/org.graalvm.polyglot/version")) {
            return in == null ? engine.getVersion() : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * A closed context: files through {@code modules} only, no threads, processes, native code, host classes or other
     * languages.
     */
    static Context context(Engine engine, FileSystem modules) {
        return Context.newBuilder("js")
                .engine(engine)
                .allowHostAccess(NOTHING)
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowCreateThread(false)
                .allowCreateProcess(false)
                .allowNativeAccess(false)
                .allowHostClassLoading(false)
                .allowHostClassLookup(name -> false)
                .allowInnerContextOptions(false)
                .allowIO(IOAccess.newBuilder().fileSystem(modules).build())
                .build();
    }
}
