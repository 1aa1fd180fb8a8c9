package dev.troupe.js.module;

import dev.troupe.core.Script;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One program given as text, and beside it the files of a folder where it names one. Any thread. */
final class InlineFiles implements ProgramFiles {
    private final Path main;
    private final String text;
    private final @Nullable DiskFiles around;

    InlineFiles(Script.Inline script, @Nullable DiskFiles around) {
        this.main =
                script.directory().orElse(Path.of("/")).resolve(script.name()).toAbsolutePath();
        this.text = script.text();
        this.around = around;
    }

    @Override
    public Path main() {
        return main;
    }

    @Override
    public boolean isFile(Path path) {
        return path.equals(main) || (around != null && around.isFile(path));
    }

    @Override
    public boolean isDirectory(Path path) {
        return around != null && around.isDirectory(path);
    }

    @Override
    public Optional<PackageJson> packageJson(Path directory) {
        return around == null ? Optional.empty() : around.packageJson(directory);
    }

    @Override
    public Path realPath(Path path) {
        return path.equals(main) || around == null ? path : around.realPath(path);
    }

    @Override
    public String read(Path file) {
        if (file.equals(main)) {
            return text;
        }
        if (around == null) {
            throw ModuleException.error("ERR_MODULE_NOT_FOUND", "Cannot find module '" + file + "'");
        }
        return around.read(file);
    }

    @Override
    public long stamp(Path file) {
        return file.equals(main) || around == null ? 0 : around.stamp(file);
    }

    /** The text itself: two inline programs of one name are two programs. */
    @Override
    public Object origin() {
        return text;
    }
}
