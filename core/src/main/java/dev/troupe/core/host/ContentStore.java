package dev.troupe.core.host;

import dev.troupe.core.DeployException;
import dev.troupe.core.file.FileTrees;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The programs of deployed builds on the disk, each in a folder named by the SHA-256 of what is in it, so that equal
 * programs are kept once. A program is copied aside, synced and renamed: a folder with a hash for a name is whole, and
 * what a crash left aside is removed when the store is opened. Owned by the host; any thread.
 */
final class ContentStore {
    private static final String ASIDE = ".incoming";

    private final Path root;
    private final Path aside;

    /** A program as it is kept. */
    record Content(String hash, long bytes) {}

    /** Writes a program's files. */
    interface Writer {
        void write(FolderCopy copy) throws IOException;
    }

    ContentStore(Path root) throws IOException {
        this.root = Files.createDirectories(root).toRealPath();
        this.aside = this.root.resolve(ASIDE);
        FileTrees.remove(aside);
        Files.createDirectories(aside);
    }

    /** Keeps what {@code writer} writes; when this returns it is on the disk. */
    Content add(Writer writer) {
        Path incoming = aside.resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectory(incoming);
            FolderCopy copy = new FolderCopy(incoming);
            writer.write(copy);
            Content content = copy.finish();
            publish(incoming, content.hash());
            return content;
        } catch (IOException failure) {
            throw new DeployException("The program could not be copied: " + failure + ".", failure);
        } finally {
            FileTrees.remove(incoming);
        }
    }

    private synchronized void publish(Path incoming, String hash) throws IOException {
        Path target = folder(hash);
        if (Files.isDirectory(target)) {
            return; // the same program was deployed before
        }
        try {
            Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException impossible) {
            throw new IOException("the data directory is spread over file systems", impossible);
        }
        FolderCopy.syncDirectory(root);
    }

    /** Where the program with that hash is. */
    Path folder(String hash) {
        return root.resolve(hash);
    }

    /** Removes a program that no build has any more. */
    synchronized void remove(String hash) {
        FileTrees.remove(folder(hash));
    }

    /** Removes the programs that are not among {@code used}: a crash came between the copy and its record. */
    void retain(Set<String> used) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            folders.filter(folder -> !folder.equals(aside)
                            && !used.contains(folder.getFileName().toString()))
                    .forEach(FileTrees::remove);
        }
    }
}
