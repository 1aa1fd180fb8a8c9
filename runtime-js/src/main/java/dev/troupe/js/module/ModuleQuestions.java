package dev.troupe.js.module;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.Realm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.jspecify.annotations.Nullable;

/**
 * What {@code node:module} and {@code node:vm} ask beyond loading: texts to run, paths as the loader sees them,
 * extensions that the program registers. Owned by one {@link RealmModules}, on its loop; it ends with the context.
 */
final class ModuleQuestions {
    /** A program that registers more extensions than this is not looking for files. */
    private static final int MOST_EXTENSIONS = 256;

    private final ProgramFiles files;
    private final Resolver resolver;
    private final Sources sources;
    private final ModuleHooks hooks;
    private @Nullable Value kept;

    ModuleQuestions(ProgramFiles files, Resolver resolver, Sources sources, ModuleHooks hooks) {
        this.files = files;
        this.resolver = resolver;
        this.sources = sources;
        this.hooks = hooks;
    }

    /**
     * Adds the functions to {@code binding}.
     *
     * @param translated runs a step and shows its failure in Node's words
     */
    Binding addTo(Binding binding, Realm realm, java.util.function.Function<Supplier<Object>, Object> translated) {
        return binding.constant("refusesModules", hasFlag(realm, "--no-experimental-require-module"))
                .constant("pendingDeprecation", hasFlag(realm, "--pending-deprecation"))
                .function("scriptText", a -> ScriptText.of(a[0].asString(), a[1].asString()))
                .function("checkScript", a -> checkScript(realm, a[0].asString(), a[1].asString()))
                .function(
                        "javaScript", a -> translated.apply(() -> sources.javaScript(a[0].asString(), a[1].asString())))
                .function("hook", a -> hook(a[0], a[1].asBoolean()))
                .function("hasModuleSyntax", a -> ModuleLexer.scan(a[0].asString())
                        .moduleSyntax())
                .function("requests", a -> VmModules.requests(a[0].asString()))
                .constant("hasFlags", !NodeFlags.of(realm.actor()).isEmpty())
                .function("hookedKey", a -> HookedUrl.key(a[0].asString(), a[1].asBoolean()))
                .function("conditions", a -> ProxyArray.fromList(List.copyOf(resolver.conditions(a[0].asBoolean()))))
                .function(
                        "resolveUnder",
                        a -> translated.apply(() -> resolveUnder(
                                a[0].asBoolean(),
                                a[1].asString(),
                                Path.of(Resolver.Suffixed.of(a[2].asString()).text()),
                                a[3])))
                .function(
                        "dataText",
                        a -> translated.apply(
                                () -> DataUrl.parse(a[0].asString()).body()))
                .function(
                        "dataFormat",
                        a -> translated.apply(
                                () -> DataUrl.parse(a[0].asString()).format().name()))
                .function(
                        "javaScriptOf",
                        a -> translated.apply(() ->
                                sources.text(files, Path.of(a[0].asString())).source()))
                .function("extensions", a -> extensions(a[0]))
                .function("nodePath", a -> realm.actor().environment().containsKey("NODE_PATH"))
                .function("stat", a -> stat(a[0].asString()))
                .function("keep", a -> keep(a[0]))
                .function("kept", a -> kept);
    }

    private static boolean hasFlag(Realm realm, String flag) {
        return NodeFlags.has(NodeFlags.of(realm.actor()), flag);
    }

    /** Throws the SyntaxError of a script, if it has one. */
    private static @Nullable Object checkScript(Realm realm, String text, String name) {
        realm.context().parse(Source.newBuilder("js", text, name).buildLiteral());
        return null;
    }

    private @Nullable Object extensions(Value names) {
        resolver.lookup().extensions(strings(names, MOST_EXTENSIONS));
        return null;
    }

    private static List<String> strings(Value array, int most) {
        List<String> all = new ArrayList<>();
        for (long i = 0; i < Math.min(array.getArraySize(), most); i++) {
            all.add(array.getArrayElement(i).asString());
        }
        return all;
    }

    private @Nullable Object hook(Value functions, boolean active) {
        hooks.set(functions, active);
        return null;
    }

    /** What Node's own resolution gives under conditions that a hook chose: the key. */
    private String resolveUnder(boolean esm, String specifier, Path importer, Value conditions) {
        Set<String> chosen = Set.copyOf(strings(conditions, MOST_EXTENSIONS));
        return (esm
                        ? resolver.resolveImport(specifier, importer, chosen)
                        : resolver.resolveRequire(specifier, importer, chosen))
                .key();
    }

    /** What the loader sees of a path: 0 a file, 1 a directory, else nothing. */
    private int stat(String path) {
        Path at = Path.of(path);
        return files.isFile(at) ? 0 : files.isDirectory(at) ? 1 : -2;
    }

    /** Gives an error a property, whatever the program made of what errors inherit. */
    void define(Value error, String name, String value) {
        if (kept != null) {
            kept.invokeMember("define", error, name, value);
        }
    }

    /** The functions of {@code modules.js} that built-ins call. */
    private @Nullable Object keep(Value functions) {
        kept = functions;
        resolver.lookup()
                .whenMainIsMissing((json, main) -> functions.invokeMember("invalidMain", json.toString(), main));
        return null;
    }
}
