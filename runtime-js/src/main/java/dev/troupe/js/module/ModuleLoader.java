package dev.troupe.js.module;

import dev.troupe.core.Script;
import dev.troupe.core.spi.ActorRuntime;
import dev.troupe.js.module.DiskFiles.CachedJson;
import dev.troupe.js.typescript.TypeScript;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/**
 * What the modules of all programs on one host share: sources, parsed {@code package.json} files, the TypeScript
 * compiler. Owned by the isolate factory; any thread; closed with it.
 */
public final class ModuleLoader implements AutoCloseable {
    private final TypeScript typeScript;
    private final Sources sources;
    private final Predicate<String> builtins;
    private final ConcurrentMap<Path, CachedJson> packages = DiskFiles.sharedPackages();

    /**
     * Opens the loader of a host.
     *
     * @param cacheDirectory where compiled TypeScript is kept between runs; empty means in memory only
     * @param builtins whether there is a built-in module of that name, without {@code node:}
     */
    public ModuleLoader(Optional<Path> cacheDirectory, Predicate<String> builtins) {
        this.typeScript = new TypeScript(cacheDirectory);
        this.sources = new Sources(typeScript);
        this.builtins = builtins;
    }

    /** Opens the modules of one program; cheap: nothing is read yet. */
    public RealmModules open(ActorRuntime actor) {
        ProgramFiles files = files(actor);
        List<String> flags = NodeFlags.of(actor);
        Resolver resolver = new Resolver(files, builtins, NodeFlags.values(flags, "--conditions", "-C"));
        boolean evaluated = NodeFlags.has(flags, "--eval", "-e", "--print", "-p", "-pe");
        Formats formats = new Formats(files, resolver, sources, evaluated, NodeFlags.inputType(flags));
        return new RealmModules(files, resolver, sources, formats);
    }

    private ProgramFiles files(ActorRuntime actor) {
        int bytes = actor.limits().sourceBytes();
        Script script = actor.script();
        if (script instanceof Script.File file) {
            return new DiskFiles(file.path(), actor.permissions(), bytes, packages);
        }
        if (script instanceof Script.Resource resource) {
            return new ClassPathFiles(resource.resource(), resource.loader(), bytes);
        }
        Script.Inline inline = (Script.Inline) script;
        return new InlineFiles(
                inline,
                inline.directory()
                        .map(folder ->
                                new DiskFiles(folder.resolve(inline.name()), actor.permissions(), bytes, packages))
                        .orElse(null));
    }

    @Override
    public void close() {
        typeScript.close();
    }
}
