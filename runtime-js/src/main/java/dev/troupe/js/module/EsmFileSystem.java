package dev.troupe.js.module;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.graalvm.polyglot.io.FileSystem;

/**
 * What the engine's ES module linker takes for a file system: the path is a module's key, its content the module's text
 * as {@link RealmModules} gives it. Nothing else can be read, nothing written. Owned by one realm, on its loop.
 */
final class EsmFileSystem implements FileSystem {
    private final Function<String, byte[]> module;

    EsmFileSystem(Function<String, byte[]> module) {
        this.module = module;
    }

    /** {@code node:name} arrives as a URI; as a path it keeps its text. */
    @Override
    public Path parsePath(URI uri) {
        return Path.of(uri.toString());
    }

    @Override
    public Path parsePath(String path) {
        return Path.of(path);
    }

    /** Existence shows when the module is read, with Node's own error. */
    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options) {
        if (modes.contains(AccessMode.WRITE) || modes.contains(AccessMode.EXECUTE)) {
            throw refused();
        }
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        if (options.stream().anyMatch(option -> option != java.nio.file.StandardOpenOption.READ)) {
            throw refused();
        }
        return new ByteArrayChannel(module.apply(path.toString()));
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return path;
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) {
        return path;
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) {
        return Map.of("isRegularFile", true, "isDirectory", false, "isSymbolicLink", false);
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) {
        throw refused();
    }

    @Override
    public void delete(Path path) {
        throw refused();
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter) {
        throw refused();
    }

    private static SecurityException refused() {
        return new SecurityException("only modules can be read");
    }
}
