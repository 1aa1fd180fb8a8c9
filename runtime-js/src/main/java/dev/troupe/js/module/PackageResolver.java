package dev.troupe.js.module;

import dev.troupe.js.module.Resolver.Scope;
import dev.troupe.js.module.Resolver.Suffixed;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bare specifiers and {@code #imports}: PACKAGE_RESOLVE, PACKAGE_SELF_RESOLVE and their kin of Node's algorithm. Pure;
 * made for one question.
 */
final class PackageResolver {
    private final Resolver resolver;
    private final ModuleFiles files;
    private final Set<String> conditions;
    private final boolean esm;

    PackageResolver(Resolver resolver, ModuleFiles files, Set<String> conditions, boolean esm) {
        this.resolver = resolver;
        this.files = files;
        this.conditions = conditions;
        this.esm = esm;
    }

    Resolved resolve(Suffixed asked, String specifier, Path importer) {
        // a folder in node_modules may be called so: what is older than imports goes on working
        if (specifier.startsWith("#") && (esm || hasImports(importer))) {
            return imported(specifier, importer);
        }
        String text = asked.text();
        int slash = text.indexOf('/');
        if (text.startsWith("@") && slash > 0) {
            slash = text.indexOf('/', slash + 1);
        }
        String name = slash < 0 ? text : text.substring(0, slash);
        String subpath = slash < 0 ? "." : "." + text.substring(slash);
        boolean scopeAlone = esm && name.startsWith("@") && name.indexOf('/') < 0;
        if (scopeAlone || name.isEmpty() || name.startsWith(".") || name.contains("\\") || name.contains("%")) {
            throw ModuleException.typeError(
                    "ERR_INVALID_MODULE_SPECIFIER",
                    "Invalid module \"" + specifier + "\" is not a valid package name imported from " + importer);
        }
        Optional<Resolved> self = self(name, subpath, importer);
        if (self.isPresent()) {
            return self.get();
        }
        Path start = importer.getParent() == null ? importer : importer.getParent();
        for (Path modules : Resolver.nodeModules(start)) {
            Path folder = modules.resolve(name);
            Optional<Resolved> found = esm || files.isDirectory(folder)
                    ? inPackage(folder, subpath, asked.suffix(), importer)
                    : resolver.requirePath(modules.resolve(text), text.endsWith("/"));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw esm
                ? ModuleException.error(
                        "ERR_MODULE_NOT_FOUND", "Cannot find package '" + name + "' imported from " + importer)
                : Resolver.notFound(specifier, importer, false);
    }

    private Optional<Resolved> inPackage(Path folder, String subpath, String suffix, Path importer) {
        if (!files.isDirectory(folder)) {
            return Optional.empty();
        }
        Optional<PackageJson> json = files.packageJson(folder);
        if (json.isPresent() && json.get().exports().tree() != null) {
            return Optional.of(exported(folder, subpath, json.get(), suffix, importer));
        }
        if (!esm) {
            return resolver.requirePath(folder.resolve(subpath).normalize(), subpath.endsWith("/"));
        }
        if (subpath.equals(".")) {
            return resolver.legacyMain(folder)
                    .map(found -> resolver.finished(found, suffix))
                    .or(() -> {
                        throw ModuleException.error(
                                "ERR_MODULE_NOT_FOUND",
                                "Cannot find package '" + folder + "' imported from " + importer);
                    });
        }
        Path file = folder.resolve(subpath).normalize();
        return Optional.of(resolver.finished(resolver.existing(file, importer, true), suffix));
    }

    private Optional<Resolved> self(String name, String subpath, Path importer) {
        Optional<Scope> scope = resolver.scope(importer);
        if (scope.isEmpty()
                || scope.get().json().exports().tree() == null
                || !scope.get().json().name().equals(Optional.of(name))) {
            return Optional.empty();
        }
        return Optional.of(exported(scope.get().folder(), subpath, scope.get().json(), "", importer));
    }

    private Resolved exported(Path folder, String subpath, PackageJson json, String suffix, Path importer) {
        Object tree = json.exports().tree();
        PackageTarget target = new PackageTarget(folder, conditions, false, importer.toString());
        boolean sugar =
                !(tree instanceof Map<?, ?> map) || map.keySet().stream().noneMatch(PackageResolver::isSubpath);
        Optional<String> found;
        if (sugar) {
            found = subpath.equals(".") ? target.target(".", tree, null) : Optional.empty();
        } else {
            found = target.find(subpaths(tree, folder), subpath);
        }
        String path = found.orElseThrow(() -> notExported(folder, subpath, importer));
        return resolver.finished(resolver.existing(Path.of(path), importer, esm), suffix);
    }

    private static Map<?, ?> subpaths(@Nullable Object tree, Path folder) {
        Map<?, ?> map = (Map<?, ?>) tree;
        if (map == null || !map.keySet().stream().allMatch(PackageResolver::isSubpath)) {
            throw ModuleException.error(
                    "ERR_INVALID_PACKAGE_CONFIG",
                    "Invalid package config " + folder.resolve("package.json")
                            + ". \"exports\" cannot contain some keys starting with '.' and some not. The exports object"
                            + " must either be an object of package subpath keys or an object of main entry condition"
                            + " name keys only.");
        }
        return map;
    }

    private static boolean isSubpath(Object key) {
        return key.toString().startsWith(".");
    }

    private static ModuleException notExported(Path folder, String subpath, Path importer) {
        String json = folder.resolve("package.json").toString();
        return ModuleException.error(
                "ERR_PACKAGE_PATH_NOT_EXPORTED",
                subpath.equals(".")
                        ? "No \"exports\" main defined in " + json + " imported from " + importer
                        : "Package subpath '" + subpath + "' is not defined by \"exports\" in " + json
                                + " imported from " + importer);
    }

    private boolean hasImports(Path importer) {
        return resolver.scope(importer)
                .filter(scope -> scope.json().imports().tree() != null)
                .isPresent();
    }

    private Resolved imported(String specifier, Path importer) {
        if (specifier.equals("#") || specifier.startsWith("#/")) {
            throw ModuleException.typeError(
                    "ERR_INVALID_MODULE_SPECIFIER",
                    "Invalid module \"" + specifier + "\" is not a valid internal imports specifier name imported from "
                            + importer);
        }
        Optional<Scope> scope = resolver.scope(importer);
        if (scope.isPresent() && scope.get().json().imports().tree() instanceof Map<?, ?> table) {
            Path folder = scope.get().folder();
            Optional<String> found =
                    new PackageTarget(folder, conditions, true, importer.toString()).find(table, specifier);
            if (found.isPresent()) {
                String target = found.get();
                if (Path.of(target).isAbsolute()) {
                    return resolver.finished(resolver.existing(Path.of(target), importer, esm), "");
                }
                Path inside = folder.resolve("package.json");
                return esm
                        ? resolver.resolveImport(target, inside, conditions)
                        : resolver.resolveRequire(target, inside, conditions);
            }
        }
        throw ModuleException.typeError(
                "ERR_PACKAGE_IMPORT_NOT_DEFINED",
                "Package import specifier \"" + specifier + "\" is not defined"
                        + scope.map(own -> " in package " + own.folder().resolve("package.json"))
                                .orElse("")
                        + " imported from " + importer);
    }
}
