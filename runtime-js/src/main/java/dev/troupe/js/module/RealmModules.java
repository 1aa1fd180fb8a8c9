package dev.troupe.js.module;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.Realm;
import dev.troupe.js.typescript.TypeScriptException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.jspecify.annotations.Nullable;

/**
 * The modules of one program: the file system that the engine links ES modules from, and the functions below
 * {@code modules.js} and {@code commonjs.js}. Owned by one isolate, on its loop; it ends with the context.
 *
 * <p>A module that cannot be resolved or read has no way to say so through the engine's linker but an
 * {@code IOException}'s text. So the failure is kept here under a number, the text carries the number, and
 * {@code modules.js}, through which all imports go, exchanges it for the real error.
 */
public final class RealmModules {
    /**
     * The key of the one property on {@code globalThis} that texts of modules reach the realm's modules by; what is
     * there, a program may call itself.
     */
    static final String GLOBAL = "dev.troupe.modules";

    private static final String FAILURE = "\u0000module failure ";
    private static final Source MODULES = own("modules.js");
    private static final Source COMMONJS = own("commonjs.js");

    private final ProgramFiles files;
    private final Resolver resolver;
    private final Sources sources;
    private final ModuleQuestions questions;
    private final Formats formats;
    private final VmModules vmModules = new VmModules();
    private final ModuleHooks hooks = new ModuleHooks();
    private final LinkedTexts texts;
    private final Map<Integer, RuntimeException> failures = new HashMap<>();
    private int nextFailure;
    private @Nullable Value builtinNames;

    RealmModules(ProgramFiles files, Resolver resolver, Sources sources, Formats formats) {
        this.files = files;
        this.resolver = resolver;
        this.sources = sources;
        this.formats = formats;
        this.questions = new ModuleQuestions(files, resolver, sources, hooks);
        this.texts = new LinkedTexts(files, resolver, sources, formats, vmModules, hooks);
    }

    private static Source own(String name) {
        try (InputStream in = RealmModules.class.getResourceAsStream("/META-INF/troupe/js/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the library");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Source.newBuilder("js", text, "node:internal/" + name).buildLiteral();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How much of a script's first line is not its file's: the function that begins a CommonJS module. */
    public static int addedBefore(String firstLine) {
        return CommonJsText.added(firstLine);
    }

    /** What the context reads modules from. */
    public FileSystem fileSystem() {
        return new EsmFileSystem(this::deliver);
    }

    /**
     * Prepares the realm and gives the function that loads the program: called without arguments it returns a promise
     * of its namespace.
     *
     * @param requireBuiltin the realm's {@code require} of built-in modules
     */
    public Value mainLoader(Realm realm, Value requireBuiltin) {
        Value modules = realm.context().eval(MODULES).execute(binding(realm), requireBuiltin);
        builtinNames = modules.getMember("builtinNames");
        return modules.getMember("loadMain");
    }

    /** {@code internalBinding('vm_modules')}, for those who make modules of texts. */
    public Object vmBinding(Realm realm) {
        return vmModules.binding(realm);
    }

    /** {@code internalBinding('modules')}. */
    public Object binding(Realm realm) {
        return questions
                .addTo(Binding.of(realm), realm, step -> translated(realm, step))
                .constant("global", GLOBAL)
                .constant("failure", FAILURE)
                .constant("builtinModules", ProxyArray.fromList(List.copyOf(BuiltinNames.ALL)))
                .function("main", arguments -> files.main().toString())
                .function(
                        "mainFormat",
                        arguments -> translated(realm, () -> formats.main().name()))
                .function("takeFailure", arguments -> take(realm, arguments[0].asInt()))
                .function("isBuiltin", arguments -> isBuiltin(arguments[0].asString()))
                .function(
                        "resolveImport",
                        arguments -> translated(
                                realm,
                                () -> importKey(
                                        arguments[0].asString(), arguments[1].asString(), arguments[2].asString())))
                .function(
                        "resolveRequire",
                        arguments -> translated(realm, () -> resolver.resolveRequire(
                                        arguments[0].asString(), Path.of(arguments[1].asString()))
                                .key()))
                .function(
                        "format",
                        arguments -> translated(realm, () -> formats.of(Path.of(arguments[0].asString()))
                                .name()))
                .function(
                        "importFormat",
                        arguments -> translated(realm, () -> formats.imported(Path.of(arguments[0].asString()))
                                .name()))
                .function("filePath", arguments -> Path.of(java.net.URI.create(arguments[0].asString()))
                        .toString())
                .function("fileOf", arguments -> Resolver.Suffixed.of(arguments[0].asString())
                        .text())
                .function("commonJs", arguments -> realm.context().eval(COMMONJS))
                .function(
                        "compile",
                        arguments -> translated(realm, () -> realm.context()
                                .eval(sources.commonJs(files, Path.of(arguments[0].asString())))))
                .function("compileText", arguments -> realm.context()
                        .eval(Source.newBuilder(
                                        "js",
                                        CommonJsText.of(arguments[0].asString(), Path.of(arguments[1].asString())),
                                        arguments[1].asString())
                                .buildLiteral()))
                .function("read", arguments -> translated(realm, () -> files.read(Path.of(arguments[0].asString()))))
                .function(
                        "waits",
                        arguments -> waits(Path.of(
                                Resolver.Suffixed.of(arguments[0].asString()).text())))
                .function("deferNow", arguments -> linkNow(realm, arguments[0].asString(), true))
                .function("importNow", arguments -> linkNow(realm, arguments[0].asString(), false))
                .function("fileUrl", arguments -> fileUrl(arguments[0].asString()))
                .function(
                        "directory",
                        arguments ->
                                String.valueOf(Path.of(arguments[0].asString()).getParent()))
                .function(
                        "nodeModules",
                        arguments -> ProxyArray.fromList(
                                List.copyOf(Resolver.nodeModules(Path.of(arguments[0].asString())).stream()
                                        .map(Path::toString)
                                        .toList())))
                .build();
    }

    /** Runs a step of the loader and shows its failure in JS as Node words it. */
    private Object translated(Realm realm, java.util.function.Supplier<Object> step) {
        try {
            return step.get();
        } catch (ModuleException | TypeScriptException failure) {
            throw shown(realm, failure);
        }
    }

    private RuntimeException shown(Realm realm, RuntimeException failure) {
        if (failure instanceof PolyglotException) {
            return failure;
        }
        if (failure instanceof ModuleException module) {
            RuntimeException error = realm.error(module.type(), module.code(), module.getMessage());
            if (error instanceof PolyglotException guest) {
                module.shown().forEach((name, value) -> questions.define(guest.getGuestObject(), name, value));
            }
            return error;
        }
        return realm.error("SyntaxError", "", String.valueOf(failure.getMessage()));
    }

    private @Nullable Object take(Realm realm, int number) {
        RuntimeException failure = failures.remove(number);
        if (failure == null) {
            return null;
        }
        throw shown(realm, failure);
    }

    private Object isBuiltin(String specifier) {
        return specifier.startsWith("node:")
                ? resolver.isPublicBuiltin(specifier.substring(5))
                : resolver.isPublicBuiltin(specifier) && !BuiltinNames.isSchemeOnly(specifier);
    }

    private boolean waits(Path file) {
        return new TopLevelAwait(
                        resolver, formats::of, at -> sources.text(files, at).lexed())
                .in(file);
    }

    private String importKey(String specifier, String importer, String type) {
        Resolved target = resolver.resolveImport(
                specifier, Path.of(Resolver.Suffixed.of(importer).text()));
        return ImportChecks.fitting(target, type.isEmpty() ? Map.of() : Map.of("type", type))
                .key();
    }

    /** The URL of the module {@code key}. */
    static String fileUrl(String key) {
        if (HookedUrl.isKey(key)) {
            return HookedUrl.ofKey(key).url();
        }
        if (DataUrl.isKey(key)) {
            return DataUrl.ofKey(key).url();
        }
        Resolver.Suffixed suffixed = Resolver.Suffixed.of(key);
        return Path.of(suffixed.text()).toUri() + suffixed.suffix();
    }

    /** The text of the module {@code key}, for the engine's linker. */
    private byte[] deliver(String key) {
        try {
            return texts.of(key, this::namesOfBuiltin);
        } catch (PolyglotException
                | ModuleException
                | TypeScriptException failure) { // the first: a hook of the program
            int number = nextFailure++;
            failures.put(number, failure);
            throw new UncheckedIOException(failure.getMessage() + FAILURE + number, new IOException());
        }
    }

    private List<String> namesOfBuiltin(String id) {
        Value names = java.util.Objects.requireNonNull(builtinNames).execute(id);
        return java.util.stream.LongStream.range(0, names.getArraySize())
                .mapToObj(index -> names.getArrayElement(index).asString())
                .toList();
    }

    /**
     * Links a module within the running call, for {@code require} of an ES module, and hands over two namespaces: the
     * deferred one evaluates the module when it is touched and throws what the module throws, which the evaluation of
     * an import shows only when the outermost call ends; the other is what {@code import} gives. A graph with top-level
     * await hands over nothing before this returns.
     *
     * @see <a href="https://tc39.es/proposal-defer-import-eval/">Deferring Module Evaluation</a>
     */
    private static @Nullable Object linkNow(Realm realm, String key, boolean deferred) {
        String text = "import " + (deferred ? "defer " : "") + "* as namespace from " + EsmText.quoted(key)
                + "; globalThis[Symbol.for('" + GLOBAL + "')]." + (deferred ? "deferred" : "imported") + "("
                + EsmText.quoted(key) + ", namespace);";
        realm.context()
                .eval(Source.newBuilder("js", text, "node:internal/require-module.mjs")
                        .mimeType("application/javascript+module")
                        .buildLiteral());
        return null;
    }
}
