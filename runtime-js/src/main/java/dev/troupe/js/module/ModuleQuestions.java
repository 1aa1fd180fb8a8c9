package dev.troupe.js.module;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.Realm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
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
    private @Nullable Value kept;

    ModuleQuestions(ProgramFiles files, Resolver resolver, Sources sources) {
        this.files = files;
        this.resolver = resolver;
        this.sources = sources;
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
                .function("extensions", a -> extensions(a[0]))
                .function("nodePath", a -> realm.actor().environment().containsKey("NODE_PATH"))
                .function("stat", a -> stat(a[0].asString()))
                .function("keep", a -> keep(a[0]))
                .function("kept", a -> kept);
    }

    private static boolean hasFlag(Realm realm, String flag) {
        return realm.actor().runtimeArguments().contains(flag);
    }

    /** Throws the SyntaxError of a script, if it has one. */
    private static @Nullable Object checkScript(Realm realm, String text, String name) {
        realm.context().parse(Source.newBuilder("js", text, name).buildLiteral());
        return null;
    }

    private @Nullable Object extensions(Value names) {
        List<String> all = new ArrayList<>();
        for (long i = 0; i < Math.min(names.getArraySize(), MOST_EXTENSIONS); i++) {
            all.add(names.getArrayElement(i).asString());
        }
        resolver.lookup().extensions(all);
        return null;
    }

    /** What the loader sees of a path: 0 a file, 1 a directory, else nothing. */
    private int stat(String path) {
        Path at = Path.of(path);
        return files.isFile(at) ? 0 : files.isDirectory(at) ? 1 : -2;
    }

    /** The functions of {@code modules.js} that built-ins call. */
    private @Nullable Object keep(Value functions) {
        kept = functions;
        resolver.lookup()
                .whenMainIsMissing((json, main) -> functions.invokeMember("invalidMain", json.toString(), main));
        return null;
    }
}
