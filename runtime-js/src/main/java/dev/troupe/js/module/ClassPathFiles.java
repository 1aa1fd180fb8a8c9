package dev.troupe.js.module;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of a program on the class path, under a folder of their own that no disk has: relative imports and
 * {@code node_modules} resolve among the resources. Any thread.
 */
final class ClassPathFiles implements ProgramFiles {
    private static final Path ROOT = Path.of("/class-path");

    private final String resource;
    private final ClassLoader loader;
    private final int sourceBytes;

    ClassPathFiles(String resource, ClassLoader loader, int sourceBytes) {
        this.resource = resource;
        this.loader = loader;
        this.sourceBytes = sourceBytes;
    }

    @Override
    public Path main() {
        return ROOT.resolve(resource);
    }

    private Optional<URL> find(Path path) {
        return path.startsWith(ROOT) && !path.equals(ROOT)
                ? Optional.ofNullable(
                        loader.getResource(ROOT.relativize(path).toString().replace('\\', '/')))
                : Optional.empty();
    }

    @Override
    public boolean isFile(Path path) {
        // a folder's URL is found too: a module has an extension, a folder has none
        String name = String.valueOf(path.getFileName());
        return name.contains(".") && find(path).isPresent();
    }

    @Override
    public boolean isDirectory(Path path) {
        return isFile(path.resolve("package.json")) || isFile(path.resolve("index.js"));
    }

    @Override
    public Optional<PackageJson> packageJson(Path directory) {
        Path file = directory.resolve("package.json");
        return isFile(file) ? Optional.of(PackageJson.parse(read(file))) : Optional.empty();
    }

    @Override
    public Path realPath(Path path) {
        return path;
    }

    @Override
    public String read(Path file) {
        URL url = find(file).orElseThrow(() -> gone(file));
        try (InputStream in = url.openStream()) {
            byte[] bytes = in.readNBytes(sourceBytes + 1);
            if (bytes.length > sourceBytes) {
                throw ModuleException.error(
                        "ERR_OUT_OF_RANGE", file + " is larger than Limits.sourceBytes = " + sourceBytes + ".");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw gone(file);
        }
    }

    private static ModuleException gone(Path file) {
        return ModuleException.error(
                "ERR_MODULE_NOT_FOUND", "Cannot find the class-path resource '" + ROOT.relativize(file) + "'");
    }

    @Override
    public long stamp(Path file) {
        return 0;
    }

    @Override
    public Object origin() {
        return loader;
    }
}
