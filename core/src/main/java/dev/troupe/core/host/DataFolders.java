package dev.troupe.core.host;

import dev.troupe.core.ActorException;
import dev.troupe.core.ActorId;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The data folders of one host's actors: made with the actor, kept over restarts, removed with it. Any thread. */
final class DataFolders {
    private static final System.Logger LOG = System.getLogger(DataFolders.class.getName());

    private final Optional<Path> root;

    /** @param dataDirectory the host's data directory; empty means that actors have no folder */
    DataFolders(Optional<Path> dataDirectory) {
        root = dataDirectory.map(directory -> directory.resolve("actors"));
    }

    /** The folder of {@code id}, links resolved, made if missing. */
    Optional<Path> open(ActorId id) {
        return root.map(actors -> {
            try {
                return Files.createDirectories(actors.resolve(id.toString())).toRealPath();
            } catch (IOException failure) {
                throw new ActorException(
                        "The data folder of actor " + id + " cannot be made below " + actors + ": "
                                + failure.getMessage() + ". Check the host's dataDirectory.",
                        failure);
            }
        });
    }

    /** Removes the folder of {@code id} with all that is in it; links are removed, not followed. */
    void remove(ActorId id) {
        root.map(actors -> actors.resolve(id.toString()))
                .filter(Files::isDirectory)
                .ifPresent(DataFolders::delete);
    }

    private static void delete(Path folder) {
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
            LOG.log(System.Logger.Level.WARNING, "Could not remove the data folder " + folder + ".", failure);
        }
    }
}
