package dev.troupe.js.module;

import dev.troupe.core.Permissions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The files of a program on disk: those below its package (or its folder, where there is no {@code package.json}), the
 * {@code node_modules} folders at and above it, the {@code package.json} files of its ancestors, and what its
 * permissions let it read. Links are resolved before the question. Any thread; the parsed {@code package.json} files
 * are shared by all programs of a host.
 */
final class DiskFiles implements ProgramFiles {
    private final Path main;
    private final Path root;
    private final Permissions permissions;
    private final int sourceBytes;
    private final ConcurrentMap<Path, CachedJson> packages;

    DiskFiles(Path script, Permissions permissions, int sourceBytes, ConcurrentMap<Path, CachedJson> packages) {
        this.main = real(script).orElse(script);
        this.permissions = permissions;
        this.sourceBytes = sourceBytes;
        this.packages = packages;
        this.root = packageRoot(main);
    }

    static ConcurrentMap<Path, CachedJson> sharedPackages() {
        return new ConcurrentHashMap<>();
    }

    private static Path packageRoot(Path main) {
        Path folder = main.getParent() == null ? main : main.getParent();
        for (Path at = folder; at != null && at.getParent() != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("package.json"))) {
                return at;
            }
        }
        return folder;
    }

    @Override
    public Path main() {
        return main;
    }

    private boolean isVisible(Path real) {
        return real.startsWith(root) || isInPackages(real) || isAncestorsJson(real) || permissions.mayRead(real);
    }

    private boolean isInPackages(Path real) {
        for (Path at = root; at != null; at = at.getParent()) {
            if (real.startsWith(at.resolve("node_modules"))) {
                return true;
            }
        }
        return false;
    }

    private boolean isAncestorsJson(Path real) {
        return real.endsWith("package.json") && real.getParent() != null && root.startsWith(real.getParent());
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private Optional<Path> visible(Path path) {
        return real(path).filter(this::isVisible);
    }

    @Override
    public boolean isFile(Path path) {
        return visible(path).filter(real -> Files.isRegularFile(real)).isPresent();
    }

    @Override
    public boolean isDirectory(Path path) {
        return visible(path).filter(real -> Files.isDirectory(real)).isPresent();
    }

    @Override
    public Path realPath(Path path) {
        return real(path).orElse(path);
    }

    @Override
    public Optional<PackageJson> packageJson(Path directory) {
        Path file = directory.resolve("package.json");
        if (!isFile(file)) {
            return Optional.empty();
        }
        long stamp = stamp(file);
        CachedJson cached = packages.get(file);
        if (cached == null || cached.stamp != stamp) {
            cached = new CachedJson(stamp, parse(file));
            packages.put(file, cached);
        }
        return Optional.of(cached.json);
    }

    private PackageJson parse(Path file) {
        try {
            return PackageJson.parse(read(file));
        } catch (IllegalArgumentException broken) {
            throw ModuleException.error(
                    "ERR_INVALID_PACKAGE_CONFIG", "Invalid package config " + file + ". " + broken.getMessage());
        }
    }

    @Override
    public String read(Path file) {
        Path real = visible(file).orElseThrow(() -> gone(file));
        try {
            long size = Files.size(real);
            if (size > sourceBytes) {
                throw ModuleException.error(
                        "ERR_OUT_OF_RANGE",
                        file + " has " + size + " bytes, more than Limits.sourceBytes = " + sourceBytes + ".");
            }
            String text = Files.readString(real, StandardCharsets.UTF_8);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (java.nio.charset.CharacterCodingException malformed) {
            throw ModuleException.syntaxError(file + " is not UTF-8 text");
        } catch (IOException failure) {
            throw gone(file);
        }
    }

    private static ModuleException gone(Path file) {
        return ModuleException.error("ERR_MODULE_NOT_FOUND", "Cannot find module '" + file + "'");
    }

    @Override
    public long stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, new LinkOption[0]);
            return attributes.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS) * 31 + attributes.size();
        } catch (IOException gone) {
            return -1;
        }
    }

    @Override
    public Object origin() {
        return "disk";
    }

    /**
     * A parsed {@code package.json} and the stamp it was read at.
     *
     * @param stamp as {@link #stamp} gave it
     * @param json what it says
     */
    record CachedJson(long stamp, PackageJson json) {}
}
