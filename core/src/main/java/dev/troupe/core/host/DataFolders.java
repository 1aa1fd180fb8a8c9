package dev.troupe.core.host;

import dev.troupe.core.ActorException;
import dev.troupe.core.ActorId;
import dev.troupe.core.DataDirectoryException;
import dev.troupe.core.file.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The data folders of one host's actors: made with the actor, kept over restarts, removed with it. Any thread. */
final class DataFolders {
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
                .ifPresent(FileTrees::remove);
    }

    /** Removes the folders of actors that are not among {@code living}: their host died before it could. */
    void retain(Set<ActorId> living) {
        if (root.isEmpty() || !Files.isDirectory(root.get())) {
            return;
        }
        try (Stream<Path> folders = Files.list(root.get())) {
            Set<String> kept = living.stream().map(ActorId::toString).collect(Collectors.toSet());
            folders.filter(folder -> !kept.contains(folder.getFileName().toString()))
                    .forEach(FileTrees::remove);
        } catch (IOException failure) {
            throw new DataDirectoryException("The actors' data folders cannot be listed: " + failure + ".", failure);
        }
    }
}
