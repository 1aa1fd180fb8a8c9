package dev.troupe.js.module;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Follows re-exports from file to file to collect what a CommonJS module exports. Made for one question. */
final class CommonJsExports {
    private final ProgramFiles files;
    private final Sources sources;
    private final Resolver resolver;
    private final Set<Path> seen = new HashSet<>();

    CommonJsExports(ProgramFiles files, Sources sources, Resolver resolver) {
        this.files = files;
        this.sources = sources;
        this.resolver = resolver;
    }

    Set<String> of(Path file) {
        Set<String> names = new LinkedHashSet<>();
        collect(file, names);
        return names;
    }

    /** As {@link #of(Path)}, for a module in {@code file} whose text is another one. */
    Set<String> of(String text, Path file) {
        Set<String> names = new LinkedHashSet<>();
        seen.add(file);
        collect(text, file, names);
        return names;
    }

    private void collect(Path file, Set<String> names) {
        if (seen.add(file)) {
            collect(sources.text(files, file).source(), file, names);
        }
    }

    private void collect(String text, Path file, Set<String> names) {
        ExportNames.Found found = ExportNames.of(text);
        names.addAll(found.names());
        for (String specifier : found.reexports()) {
            try {
                Resolved target = resolver.resolveRequire(specifier, file);
                if (target.format() == Format.COMMONJS) {
                    collect(target.file(), names);
                }
            } catch (ModuleException unresolved) {
                // the module itself will fail where it requires it, or never does
            }
        }
    }
}
