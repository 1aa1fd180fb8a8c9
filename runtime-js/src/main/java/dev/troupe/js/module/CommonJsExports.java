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

    private void collect(Path file, Set<String> names) {
        if (!seen.add(file)) {
            return;
        }
        ExportNames.Found found = ExportNames.of(sources.text(files, file).source());
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
