package dev.troupe.js.module;

import dev.troupe.js.module.ModuleHooks.Loaded;
import dev.troupe.js.module.ModuleLexer.Import;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * The text of each module as the engine's linker gets it: files with their specifiers resolved, facades of what is no
 * ES module, texts that {@code node:vm} or the program's hooks made. Owned by one {@link RealmModules}, on its loop; it
 * ends with the context.
 */
final class LinkedTexts {
    /** Before the key of a module that CommonJS requires, which has a default export. */
    private static final String REQUIRED = "required:";

    private final ProgramFiles files;
    private final Resolver resolver;
    private final Sources sources;
    private final Formats formats;
    private final VmModules vmModules;
    private final ModuleHooks hooks;
    private final Facades facades = new Facades();

    LinkedTexts(
            ProgramFiles files,
            Resolver resolver,
            Sources sources,
            Formats formats,
            VmModules vmModules,
            ModuleHooks hooks) {
        this.files = files;
        this.resolver = resolver;
        this.sources = sources;
        this.formats = formats;
        this.vmModules = vmModules;
        this.hooks = hooks;
    }

    /**
     * The text of the module {@code key}.
     *
     * @param namesOfBuiltin what a built-in module exports
     */
    byte[] of(String key, Function<String, List<String>> namesOfBuiltin) {
        if (key.startsWith("node:")) {
            if (hooks.active()) {
                hooks.load(Resolver.Suffixed.of(key).text());
            }
            return facades.builtin(key, namesOfBuiltin);
        }
        if (key.startsWith(REQUIRED)) {
            return facades.required(key.substring(REQUIRED.length()));
        }
        if (VmModules.isKey(key)) {
            return bytes(vmModules.take(key));
        }
        if (hooks.active() || hooks.owns(key)) {
            return hooked(key, hooks.load(key), namesOfBuiltin);
        }
        if (DataUrl.isKey(key)) {
            return bytes(data(DataUrl.ofKey(key), key));
        }
        if (HookedUrl.isKey(key)) {
            return facades.json(key, json(HookedUrl.ofKey(key).url()));
        }
        Resolver.Suffixed place = Resolver.Suffixed.of(key);
        Path file = Path.of(place.text());
        return switch (formats.imported(file)) {
            case COMMONJS -> sources.module(files, file, () -> facades.commonJs(file.toString(), exportsOf(file)));
            // what is cached is every program's: it is resolved under Node's own conditions, and for the plain path
            default ->
                resolver.hasOwnConditions() || !place.suffix().isEmpty()
                        ? bytes(text(file, key))
                        : sources.module(files, file, () -> text(file, key));
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> exportsOf(Path file) {
        return List.copyOf(new CommonJsExports(files, sources, resolver).of(file));
    }

    private String json(String url) {
        return url.startsWith("data:")
                ? DataUrl.parse(url).body()
                : files.read(Path.of(URI.create(Resolver.Suffixed.of(url).text())));
    }

    private String data(DataUrl url, String key) {
        String body = url.body();
        return EsmText.of(body, ModuleLexer.scan(body), key, one -> target(body, one, Path.of(key)));
    }

    private String text(Path file, String key) {
        Sources.Text text = sources.text(files, file);
        return EsmText.of(text.source(), text.lexed(), key, one -> target(text.source(), one, file));
    }

    private EsmText.Link target(String source, Import one, Path importer) {
        ImportAttributes attributes =
                ImportAttributes.after(source, one.quoted().end());
        ImportChecks.supported(attributes.values());
        Resolved target = ImportChecks.fitting(resolver.resolveImport(one.specifier(), importer), attributes.values());
        return new EsmText.Link(target, attributes.end());
    }

    private byte[] hooked(String key, Loaded loaded, Function<String, List<String>> namesOfBuiltin) {
        Path file = Path.of(Resolver.Suffixed.of(key).text());
        return switch (loaded.format()) {
            case BUILTIN -> facades.builtin(loaded.url(), namesOfBuiltin);
            case JSON -> facades.json(key, loaded.text().asString());
            case COMMONJS -> {
                CommonJsExports exports = new CommonJsExports(files, sources, resolver);
                List<String> names =
                        List.copyOf(loaded.hasText() ? exports.of(loaded.text().asString(), file) : exports.of(file));
                yield bytes(facades.commonJs(key, names));
            }
            case MODULE -> {
                String source = loaded.text().asString();
                yield bytes(EsmText.of(source, ModuleLexer.scan(source), key, one -> hookedTarget(source, one, key)));
            }
        };
    }

    /** Hooks may change attributes, so that the engine sees none. */
    private EsmText.Link hookedTarget(String source, Import one, String importer) {
        ImportAttributes attributes =
                ImportAttributes.after(source, one.quoted().end());
        return new EsmText.Link(hooks.link(one.specifier(), importer, attributes), attributes.end());
    }
}
