package dev.troupe.core.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calls that make, move and remove names. One for each start of an actor; any thread; it holds nothing. */
public final class FileChanges {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FileGate gate;
    private final FileQueries queries;

    FileChanges(FileGate gate, FileQueries queries) {
        this.gate = gate;
        this.queries = queries;
    }

    /** {@code mkdir(2)}; {@code mode} is without the bits of the actor's umask. */
    public void makeDirectory(Path path, int mode) throws IOException {
        gate.writeName(path, place -> {
            Files.createDirectory(place, FileModes.creating(place, mode));
            FileModes.restore(place, mode);
            return place;
        });
    }

    /** Makes {@code path} and what is missing above it; gives the highest directory made, empty if none was. */
    public Optional<Path> makeDirectories(Path path, int mode) throws IOException {
        try {
            makeDirectory(path, mode);
            return Optional.of(path);
        } catch (IOException failure) {
            Path parent = path.getParent();
            switch (Errno.of(failure)) {
                case EEXIST -> {
                    if (!queries.stat(path, true).isDirectory()) {
                        throw failure;
                    }
                    return Optional.empty();
                }
                case ENOENT -> {
                    if (parent == null || parent.equals(path)) {
                        throw failure;
                    }
                    Optional<Path> highest = makeDirectories(parent, mode);
                    makeDirectories(path, mode);
                    return highest.or(() -> Optional.of(path));
                }
                default -> throw failure;
            }
        }
    }

    /** {@code mkdtemp(3)}: six random characters after {@code prefix}. */
    public Path makeTemporary(String prefix) throws IOException {
        for (int attempt = 0; ; attempt++) {
            StringBuilder name = new StringBuilder(prefix);
            for (int i = 0; i < 6; i++) {
                name.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
            }
            Path path = PathText.parse(name.toString());
            try {
                makeDirectory(path, 0700);
                return path;
            } catch (IOException failure) {
                if (Errno.of(failure) != Errno.EEXIST || attempt == 100) {
                    throw failure;
                }
            }
        }
    }

    /** {@code unlink(2)}. */
    public void unlink(Path path) throws IOException {
        remove(path, false);
    }

    /** {@code rmdir(2)}. */
    public void removeDirectory(Path path) throws IOException {
        remove(path, true);
    }

    private void remove(Path path, boolean directory) throws IOException {
        gate.writeName(path, place -> {
            if (FileStat.of(place, LinkOption.NOFOLLOW_LINKS).isDirectory() != directory) {
                throw new FileFailure(directory ? Errno.ENOTDIR : Errno.EISDIR);
            }
            Files.delete(place);
            return place;
        });
    }

    /**
     * Removes {@code path} and all below it. Each step is a call of its own, with its own question; links go, not what
     * they lead to.
     */
    public void removeTree(Path path) throws IOException {
        if (!queries.stat(path, false).isDirectory()) {
            unlink(path);
            return;
        }
        for (String name : queries.names(path)) {
            try {
                removeTree(PathText.parse(child(path, name)));
            } catch (IOException failure) {
                if (Errno.of(failure) != Errno.ENOENT) {
                    throw failure;
                }
            }
        }
        removeDirectory(path);
    }

    private static String child(Path directory, String name) {
        String text = PathText.of(directory);
        return text.endsWith("/") ? text + name : text + "/" + name;
    }

    /** {@code rename(2)}. */
    public void rename(Path from, Path to) throws IOException {
        gate.exclusive(() -> {
            Path source = gate.place(from, false, true);
            return Files.move(source, gate.place(to, false, true), StandardCopyOption.ATOMIC_MOVE);
        });
    }

    /** {@code link(2)}. Both names must be writable: through the new one the file can be written. */
    public void link(Path existing, Path path) throws IOException {
        gate.exclusive(() -> {
            Path source = gate.place(existing, false, true);
            return Files.createLink(gate.place(path, false, true), source);
        });
    }

    /** {@code symlink(2)}. A link may lead only where the actor may look: others may follow it. */
    public void symbolicLink(String target, Path path) throws IOException {
        Path text = linkText(target);
        gate.exclusive(() -> {
            Path place = gate.place(path, false, true);
            gate.place(place.resolveSibling(text), true, false);
            return Files.createSymbolicLink(place, text);
        });
    }

    private static Path linkText(String target) throws FileFailure {
        if (target.isEmpty()) {
            throw new FileFailure(Errno.ENOENT);
        }
        if (target.startsWith("/")) {
            return PathText.parse(target);
        }
        Path absolute = PathText.parse("/" + target);
        return absolute.subpath(0, absolute.getNameCount());
    }

    /**
     * Copies a file with its permission bits; {@code exclusive} fails if there is one already. Both are opened within
     * the gate and copied outside of it.
     */
    public void copy(Path from, Path to, boolean exclusive) throws IOException {
        Copy copy = gate.shared(() -> {
            Path source = gate.place(from, true, false);
            Path target = gate.place(to, true, true);
            FileStat stat = FileStat.of(source);
            if (stat.isDirectory()) {
                throw new FileFailure(Errno.EISDIR);
            }
            boolean same =
                    !exclusive && Files.exists(target) && FileStat.of(target).sameFile(stat);
            return same ? new Copy(null, null) : open(source, stat, target, exclusive);
        });
        copy.run();
    }

    private static Copy open(Path source, FileStat stat, Path target, boolean exclusive) throws IOException {
        StandardOpenOption create = exclusive ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE;
        FileChannel in = FileChannel.open(source, StandardOpenOption.READ);
        try {
            FileChannel out = FileChannel.open(
                    target,
                    Set.of(create, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING),
                    FileModes.creating(target, stat.mode()));
            FileModes.set(target, stat.mode());
            return new Copy(in, out);
        } catch (IOException failure) {
            try (FileChannel opened = in) {
                throw failure;
            }
        }
    }

    /**
     * Two open files; none if they are one.
     *
     * @param in what to read
     * @param out what to write
     */
    private record Copy(@Nullable FileChannel in, @Nullable FileChannel out) {
        void run() throws IOException {
            try (FileChannel from = in;
                    FileChannel to = out) {
                long at = 0;
                for (long moved = 1; from != null && to != null && moved > 0; at += moved) {
                    moved = from.transferTo(at, Long.MAX_VALUE - at, to);
                }
            }
        }
    }
}
