package dev.troupe.js.module;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Node's resolution of a specifier, for {@code import} (nodejs.org/api/esm.html#resolution-algorithm-specification) and
 * for {@code require} (nodejs.org/api/modules.html#all-together), as a function of the answers of {@link ModuleFiles}.
 * Stateless but for those; loop thread of its owner. TypeScript goes beyond Node: {@code ./x} and {@code ./x.js} find
 * {@code x.ts} where no such JavaScript file exists.
 */
final class Resolver {
    private static final List<String> IMPORT = List.of("node", "import", "module-sync", "node-addons");
    private static final List<String> REQUIRE = List.of("node", "require", "module-sync", "node-addons");

    private final ModuleFiles files;
    private final Predicate<String> builtins;
    private final Set<String> importing;
    private final Set<String> requiring;
    private final FileLookup lookup;

    /**
     * Makes the resolver of one program.
     *
     * @param conditions the user's own, which hold beside Node's
     *     (nodejs.org/api/packages.html#resolving-user-conditions)
     */
    Resolver(ModuleFiles files, Predicate<String> builtins, List<String> conditions) {
        this.files = files;
        this.builtins = builtins;
        this.importing = with(IMPORT, conditions);
        this.requiring = with(REQUIRE, conditions);
        this.lookup = new FileLookup(files);
    }

    private static Set<String> with(List<String> usual, List<String> own) {
        Set<String> all = new LinkedHashSet<>(usual);
        all.addAll(own);
        return Collections.unmodifiableSet(all);
    }

    /** The conditions that hold for {@code import}, or for {@code require}. */
    Set<String> conditions(boolean esm) {
        return esm ? importing : requiring;
    }

    /** Whether the user has conditions of his own, so that what is resolved here holds for no other program. */
    boolean hasOwnConditions() {
        return importing.size() > IMPORT.size();
    }

    /** How {@code require} finds files. */
    FileLookup lookup() {
        return lookup;
    }

    /** Resolves what {@code import} asks for in the module in {@code importer}. */
    Resolved resolveImport(String specifier, Path importer) {
        return resolveImport(specifier, importer, importing);
    }

    /** As {@link #resolveImport(String, Path)}, under other conditions. */
    Resolved resolveImport(String specifier, Path importer, Set<String> conditions) {
        if (specifier.startsWith("data:")) {
            return DataUrl.parse(specifier).resolved();
        }
        Suffixed asked = Suffixed.of(specifier);
        if (DataUrl.isKey(importer.toString()) || HookedUrl.isKey(importer.toString())) {
            return fromData(specifier, asked, importer);
        }
        if (isPath(asked.text())) {
            Path file = directory(importer)
                    .resolve(decoded(asked.text(), specifier, importer))
                    .normalize();
            return finished(existing(file, importer, true), asked.suffix());
        }
        if (specifier.startsWith("file:")) {
            return finished(existing(fileUrl(asked.text(), importer), importer, true), asked.suffix());
        }
        Optional<Resolved> builtin = builtin(specifier);
        if (builtin.isPresent()) {
            return builtin.get();
        }
        if (hasScheme(specifier)) {
            throw ModuleException.error(
                    "ERR_UNSUPPORTED_ESM_URL_SCHEME",
                    "Only URLs with a scheme in: file, data, and node are supported by the ESM loader. Received protocol '"
                            + specifier.substring(0, specifier.indexOf(':') + 1) + "'");
        }
        return new PackageResolver(this, files, conditions, true).resolve(asked, specifier, importer);
    }

    /** A data: URL is no place that anything could be relative to (nodejs.org/api/esm.html#data-imports). */
    private Resolved fromData(String specifier, Suffixed asked, Path importer) {
        if (specifier.startsWith("file:")) {
            return finished(existing(fileUrl(asked.text(), importer), importer, true), asked.suffix());
        }
        return builtin(specifier)
                .orElseThrow(() -> ModuleException.typeError(
                        "ERR_UNSUPPORTED_RESOLVE_REQUEST",
                        "Failed to resolve module specifier \"" + specifier + "\" from \""
                                + urlOf(importer.toString())
                                + "\": Invalid relative URL or base scheme is not hierarchical."));
    }

    private static String urlOf(String key) {
        return DataUrl.isKey(key)
                ? DataUrl.ofKey(key).url()
                : HookedUrl.ofKey(key).url();
    }

    /** Resolves what {@code require} asks for in the module in {@code importer}. */
    Resolved resolveRequire(String specifier, Path importer) {
        return resolveRequire(specifier, importer, requiring);
    }

    /** As {@link #resolveRequire(String, Path)}, under other conditions. */
    Resolved resolveRequire(String specifier, Path importer, Set<String> conditions) {
        if (specifier.isEmpty()) {
            throw ModuleException.typeError(
                    "ERR_INVALID_ARG_VALUE", "The argument 'id' must be a non-empty string. Received ''");
        }
        Optional<Resolved> builtin = builtin(specifier);
        if (builtin.isPresent()) {
            return builtin.get();
        }
        if (isPath(specifier)) {
            boolean directoryOnly = specifier.endsWith("/")
                    || specifier.endsWith("/.")
                    || specifier.endsWith("/..")
                    || specifier.equals(".")
                    || specifier.equals("..");
            return requirePath(directory(importer).resolve(specifier).normalize(), directoryOnly)
                    .orElseThrow(() -> notFound(specifier, importer, false));
        }
        return new PackageResolver(this, files, conditions, false)
                .resolve(new Suffixed(specifier, ""), specifier, importer);
    }

    /** LOAD_AS_FILE, then LOAD_AS_DIRECTORY. */
    Optional<Resolved> requirePath(Path path, boolean directoryOnly) {
        Optional<Path> file = directoryOnly ? Optional.empty() : lookup.asFile(path);
        return file.or(() -> lookup.asDirectory(path, true)).map(found -> finished(found, ""));
    }

    /** What {@code import} finds in a package without {@code exports}: its {@code main}, or an index file. */
    Optional<Path> legacyMain(Path folder) {
        return lookup.asDirectory(folder, false);
    }

    /** An import names a file exactly; a TypeScript importer may leave the extension out. */
    Path existing(Path file, Path importer, boolean esm) {
        if (files.isFile(file)) {
            return file;
        }
        if (files.isDirectory(file)) {
            throw ModuleException.at(
                    urlOf(file),
                    "ERR_UNSUPPORTED_DIR_IMPORT",
                    "Directory import '" + file + "' is not supported resolving ES modules imported from " + importer);
        }
        Optional<Path> typeScript = lookup.typeScriptFor(file);
        if (typeScript.isEmpty() && Sources.isTypeScript(importer)) {
            typeScript = List.of(".ts", ".mts", ".tsx").stream()
                    .map(extension -> file.resolveSibling(file.getFileName() + extension))
                    .filter(files::isFile)
                    .findFirst();
        }
        return typeScript.orElseThrow(() -> esm
                ? ModuleException.at(
                        urlOf(file),
                        "ERR_MODULE_NOT_FOUND",
                        "Cannot find module '" + file + "' imported from " + importer)
                : ModuleException.ofPackage(
                        file, scope(file).map(Scope::folder).orElse(file).resolve("package.json")));
    }

    /** Without the slash that {@link Path#toUri} adds to a folder. */
    private static String urlOf(Path file) {
        String url = file.toUri().toString();
        return url.endsWith("/") && url.length() > 8 ? url.substring(0, url.length() - 1) : url;
    }

    Resolved finished(Path file, String suffix) {
        Path real = files.realPath(file);
        return new Resolved(real + suffix, real, format(real));
    }

    /** ESM_FILE_FORMAT; without a type the source itself tells, later. */
    Format format(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".mjs") || name.endsWith(".mts")) {
            return Format.MODULE;
        }
        if (name.endsWith(".cjs") || name.endsWith(".cts")) {
            return Format.COMMONJS;
        }
        if (name.endsWith(".json")) {
            return Format.JSON;
        }
        if (name.endsWith(".node")) {
            throw ModuleException.error(
                    "ERR_DLOPEN_FAILED",
                    file
                            + " is a native addon, which cannot be loaded here: use the package's JavaScript or WebAssembly form");
        }
        return declaredType(file).filter("module"::equals).isPresent() ? Format.MODULE : Format.COMMONJS;
    }

    /** The {@code type} of the nearest {@code package.json}; empty if it has none, and the source's syntax decides. */
    Optional<String> declaredType(Path file) {
        return scope(file).flatMap(scope -> scope.json().type());
    }

    /** LOOKUP_PACKAGE_SCOPE. */
    Optional<Scope> scope(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (folder.endsWith("node_modules")) {
                return Optional.empty();
            }
            Optional<PackageJson> json = files.packageJson(folder);
            if (json.isPresent()) {
                return Optional.of(new Scope(folder, json.get()));
            }
        }
        return Optional.empty();
    }

    /** The folders that {@code require} and {@code import} search from {@code folder} upwards. */
    static List<Path> nodeModules(Path folder) {
        List<Path> folders = new ArrayList<>();
        for (Path at = folder; at != null; at = at.getParent()) {
            if (!at.endsWith("node_modules")) {
                folders.add(at.resolve("node_modules"));
            }
        }
        return folders;
    }

    private Optional<Resolved> builtin(String specifier) {
        if (specifier.startsWith("node:")) {
            String name = specifier.substring(5);
            if (!isPublicBuiltin(name)) {
                throw ModuleException.error("ERR_UNKNOWN_BUILTIN_MODULE", "No such built-in module: " + specifier);
            }
            return Optional.of(Resolved.builtin(name));
        }
        return isPublicBuiltin(specifier) && !BuiltinNames.isSchemeOnly(specifier)
                ? Optional.of(Resolved.builtin(specifier))
                : Optional.empty();
    }

    boolean isPublicBuiltin(String name) {
        return BuiltinNames.isPublic(name) && builtins.test(name);
    }

    static ModuleException notFound(String what, Path importer, boolean esm) {
        return esm
                ? ModuleException.error(
                        "ERR_MODULE_NOT_FOUND", "Cannot find module '" + what + "' imported from " + importer)
                : ModuleException.error(
                        "MODULE_NOT_FOUND", "Cannot find module '" + what + "'\nRequire stack:\n- " + importer);
    }

    private static boolean isPath(String specifier) {
        return specifier.startsWith("./")
                || specifier.startsWith("../")
                || specifier.startsWith("/")
                || specifier.equals(".")
                || specifier.equals("..");
    }

    static boolean hasScheme(String specifier) {
        int colon = specifier.indexOf(':');
        return colon > 1 && specifier.substring(0, colon).chars().allMatch(Character::isLetterOrDigit);
    }

    private static Path directory(Path importer) {
        Path parent = importer.getParent();
        return parent == null ? importer : parent;
    }

    static String decoded(String path, String specifier, Object importer) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        String lower = path.toLowerCase(java.util.Locale.ROOT);
        if (lower.contains("%2f") || lower.contains("%5c")) {
            throw ModuleException.typeError(
                    "ERR_INVALID_MODULE_SPECIFIER",
                    "Invalid module \"" + specifier
                            + "\" must not include encoded \"/\" or \"\\\" characters imported from " + importer);
        }
        return decoded(path);
    }

    /** A URL's path as a file's. */
    static String decoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        try {
            return java.net.URLDecoder.decode(path.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return path;
        }
    }

    private static Path fileUrl(String url, Path importer) {
        try {
            return Path.of(new URI(url)).normalize();
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            throw ModuleException.typeError(
                    "ERR_INVALID_MODULE_SPECIFIER", "Invalid module \"" + url + "\" imported from " + importer);
        }
    }

    /**
     * A package scope.
     *
     * @param folder where its {@code package.json} is
     * @param json what it says
     */
    record Scope(Path folder, PackageJson json) {}

    /**
     * A specifier without its query and fragment.
     *
     * @param text what comes before
     * @param suffix {@code ?…} or {@code #…} to the end, or empty
     */
    record Suffixed(String text, String suffix) {
        static Suffixed of(String specifier) {
            for (int i = 0; i < specifier.length(); i++) {
                char unit = specifier.charAt(i);
                if (unit == '?' || (unit == '#' && i > 0)) {
                    return new Suffixed(specifier.substring(0, i), specifier.substring(i));
                }
            }
            return new Suffixed(specifier, "");
        }
    }
}
