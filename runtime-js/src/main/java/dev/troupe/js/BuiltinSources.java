package dev.troupe.js;

import dev.troupe.js.spi.JsExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Source;

/**
 * The sources of the built-in modules, read once from the class path and kept for all isolates of a host: the engine
 * shares what it parsed for as long as a source is the same object. Owned by the factory; any thread; nothing to close.
 */
final class BuiltinSources {
    /** Keeps a specifier from leaving its folder. */
    private static final Pattern ID = Pattern.compile("[a-z0-9_]+(?:[/-][a-z0-9_]+)*");

    /** The line count stays: the wrapper stands on the module's first line. */
    private static final String WRAPPER = "(function (exports, require, module, internalBinding) { ";

    private final List<JsExtension> extensions;
    private final Map<String, Optional<Source>> sources = new ConcurrentHashMap<>();

    BuiltinSources(List<JsExtension> extensions) {
        this.extensions = List.copyOf(extensions);
    }

    /** The wrapped source of the built-in {@code id}, without {@code node:}; empty if there is none. */
    Optional<Source> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return sources.computeIfAbsent(id, this::read);
    }

    private Optional<Source> read(String id) {
        for (JsExtension extension : extensions) {
            String resource = extension.builtinFolder() + id + ".js";
            try (InputStream in = extension.getClass().getClassLoader().getResourceAsStream(resource)) {
                if (in != null) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    return Optional.of(source("node:" + id, WRAPPER + text + "\n})"));
                }
            } catch (IOException failure) {
                throw new UncheckedIOException("The built-in module " + id + " could not be read", failure);
            }
        }
        return Optional.empty();
    }

    /** A script of the runtime's own, for example {@code realm.js}. */
    static Source own(String name) {
        String resource = "/META-INF/troupe/js/" + name;
        try (InputStream in = BuiltinSources.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the library");
            }
            return source("node:internal/" + name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Source source(String name, String text) {
        return Source.newBuilder("js", text, name).internal(false).buildLiteral();
    }
}
