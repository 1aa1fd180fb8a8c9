package dev.troupe.js.typescript;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * Sucrase in a context and an engine of its own, where no actor's code ever runs. Made at the first compile, under one
 * lock: one compile at a time, on whatever thread asks. Closed once, with its engine.
 */
final class Compiler implements AutoCloseable {
    /** Sucrase's version, which is part of the cache's key. */
    static final String VERSION = "3.35.1";

    private static final String FOLDER = "META-INF/resources/_static/sucrase/" + VERSION + "/dist/";

    private @Nullable Engine engine;
    private @Nullable Context context;
    private @Nullable Value transform;
    private boolean closed;

    static boolean isJsx(String name) {
        return name.endsWith(".tsx") || name.endsWith(".jsx");
    }

    synchronized String compile(String source, String name) {
        Value answer = transform().execute(source, isJsx(name));
        if (answer.hasMember("code")) {
            return answer.getMember("code").asString();
        }
        throw new TypeScriptException(syntaxError(
                source,
                name,
                answer.getMember("message").asString(),
                answer.getMember("line"),
                answer.getMember("column")));
    }

    /** As the engine words its own: file, line and column, the source line, a caret. */
    private static String syntaxError(String source, String name, String message, Value line, Value column) {
        String text = message.replaceFirst("^Error transforming [^:]*: ", "").replaceFirst(" \\(\\d+:\\d+\\)$", "");
        if (!line.isNumber()) {
            return name + ": " + text;
        }
        String sourceLine = source.lines().skip(line.asInt() - 1L).findFirst().orElse("");
        String caret = " ".repeat(Math.max(0, column.asInt() - 1)) + "^";
        return name + ":" + line.asInt() + ":" + column.asInt() + " " + text + "\n" + sourceLine + "\n" + caret;
    }

    private Value transform() {
        if (closed) {
            throw new IllegalStateException("The TypeScript compiler is closed");
        }
        if (transform == null) {
            Engine made = Engine.newBuilder("js")
                    .allowExperimentalOptions(true) // for those that the host's JVM was given as properties
                    .option("engine.WarnInterpreterOnly", "false")
                    .build();
            engine = made;
            Context own = Context.newBuilder("js").engine(made).build();
            context = own;
            Value load = own.eval(source("compiler.js", resource("META-INF/troupe/js/compiler.js")));
            ProxyExecutable compile = arguments -> own.eval(source(
                    arguments[0].asString(),
                    "(function (exports, require, module) {" + resource(FOLDER + arguments[0].asString()) + "\n})"));
            transform = load.execute(compile);
        }
        return transform;
    }

    private static Source source(String name, String text) {
        return Source.newBuilder("js", text, name).buildLiteral();
    }

    private static String resource(String name) {
        try (InputStream in = Compiler.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path: add org.mvnpm:sucrase:" + VERSION);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (context != null) {
                context.close(true);
            }
            if (engine != null) {
                engine.close();
            }
        } catch (PolyglotException alreadyClosing) {
            System.getLogger(Compiler.class.getName())
                    .log(
                            System.Logger.Level.DEBUG,
                            "The compiler's context failed while it was closed",
                            alreadyClosing);
        }
    }
}
