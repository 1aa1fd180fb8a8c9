package dev.troupe.core.file;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Removes folders of the host's own, never of an actor's choice, with all that is in them; links are removed, not
 * followed. Stateless.
 */
public final class FileTrees {
    private static final System.Logger LOG = System.getLogger("dev.troupe.host");

    private FileTrees() {}

    /** Removes {@code folder} if it is there; a failure is logged, since nobody can do more about it. */
    public static void remove(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "Could not remove the folder " + folder + ".", failure);
        }
    }
}
