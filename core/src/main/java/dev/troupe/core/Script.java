package dev.troupe.core;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The program of an actor: a file, a class-path resource, or text. TypeScript and JavaScript, ES module and CommonJS,
 * told apart as Node does: by the file name's extension and the nearest {@code package.json}.
 */
public sealed interface Script {

    /** The name that stack traces and messages show: the absolute path, the resource name, or the inline name. */
    String name();

    /** A program in a file; packages resolve from the {@code node_modules} folders at and above it. */
    record File(Path path) implements Script {
        public File {
            path = path.toAbsolutePath().normalize();
        }

        @Override
        public String name() {
            return path.toString();
        }
    }

    /**
     * A program on the class path; relative imports resolve beside it, on the class path.
     *
     * @param resource the resource's absolute name without a leading slash, for example {@code actors/hello.ts}
     * @param loader the class loader that has it
     */
    record Resource(String resource, ClassLoader loader) implements Script {
        public Resource {
            if (resource.startsWith("/")) {
                resource = resource.substring(1);
            }
        }

        @Override
        public String name() {
            return resource;
        }
    }

    /**
     * A program given as text.
     *
     * @param name a file name that decides the kind of module, for example {@code actor.ts}
     * @param text the source
     * @param directory where relative imports and packages resolve from; empty means that only built-in modules resolve
     */
    record Inline(String name, String text, Optional<Path> directory) implements Script {}

    /** A program in the file at {@code path}; it is read when an actor starts. */
    static Script file(Path path) {
        return new File(path);
    }

    /** A program on the class path of {@code anchor}'s class loader, by absolute name. */
    static Script resource(Class<?> anchor, String resource) {
        ClassLoader loader = anchor.getClassLoader();
        return new Resource(resource, loader == null ? ClassLoader.getSystemClassLoader() : loader);
    }

    /** A program given as text, named {@code name} in messages, that imports built-in modules only. */
    static Script inline(String name, String text) {
        return new Inline(name, text, Optional.empty());
    }
}
