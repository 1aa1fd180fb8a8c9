package dev.troupe.js.module;

import dev.troupe.js.module.ModuleLexer.Import;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells before anything is evaluated whether a graph of ES modules waits at its top level, so that {@code require} can
 * refuse it (nodejs.org/api/modules.html#loading-ecmascript-modules-using-require). Made for one question.
 */
final class TopLevelAwait {
    private final Resolver resolver;
    private final Function<Path, Format> formats;
    private final Function<Path, ModuleLexer.Result> texts;
    private final Set<Path> seen = new HashSet<>();

    TopLevelAwait(Resolver resolver, Function<Path, Format> formats, Function<Path, ModuleLexer.Result> texts) {
        this.resolver = resolver;
        this.formats = formats;
        this.texts = texts;
    }

    /** Does {@code file}, or what it imports, wait? What cannot be resolved or read is left to the load to report. */
    boolean in(Path file) {
        try {
            return seen.add(file) && formats.apply(file) == Format.MODULE && inModule(file);
        } catch (ModuleException unusable) {
            return false;
        }
    }

    private boolean inModule(Path file) {
        ModuleLexer.Result lexed = texts.apply(file);
        return lexed.topLevelAwait() || lexed.imports().stream().anyMatch(one -> inImport(one, file));
    }

    private boolean inImport(Import one, Path importer) {
        if (one.kind() == Import.Kind.DYNAMIC || one.specifier().startsWith("data:")) {
            return false;
        }
        try {
            Resolved target = resolver.resolveImport(one.specifier(), importer);
            return !target.isBuiltin() && in(target.file());
        } catch (ModuleException unresolved) {
            return false;
        }
    }
}
