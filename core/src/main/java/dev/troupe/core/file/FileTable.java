package dev.troupe.core.file;

import dev.troupe.core.spi.ResourceScope;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The open files of one actor by number; 0, 1 and 2 are the standard streams and not in here. Any thread; every file is
 * also in the actor's scope, which closes it at the end.
 */
public final class FileTable {
    /** The first number after the standard streams. */
    private static final int FIRST = 3;

    private final FileGate gate;
    private final ResourceScope scope;
    private final int bound;
    private final List<@Nullable OpenFile> files = new ArrayList<>();

    /** @param bound {@code Limits.openFiles}; beyond it is {@code EMFILE} */
    FileTable(FileGate gate, ResourceScope scope, int bound) {
        this.gate = gate;
        this.scope = scope;
        this.bound = bound;
    }

    /** {@code open(2)}: gives the lowest free number; {@code mode} is without the bits of the actor's umask. */
    public int open(Path path, OpenFlags flags, int mode) throws IOException {
        OpenFile file = openFile(path, flags, mode);
        int number = add(file);
        if (number < 0) {
            file.close();
            throw new FileFailure(Errno.EMFILE);
        }
        try {
            file.registered(scope.add(file));
        } catch (IllegalStateException ended) {
            remove(number);
            throw new FileFailure(Errno.EBADF, ended);
        }
        return number;
    }

    private synchronized int add(OpenFile file) {
        int free = files.indexOf(null);
        if (free >= 0) {
            files.set(free, file);
            return free + FIRST;
        }
        if (files.size() >= bound) {
            return -1;
        }
        files.add(file);
        return files.size() - 1 + FIRST;
    }

    /** What {@code number} stands for. */
    public synchronized OpenFile file(int number) throws FileFailure {
        int at = number - FIRST;
        OpenFile file = at >= 0 && at < files.size() ? files.get(at) : null;
        if (file == null) {
            throw new FileFailure(Errno.EBADF);
        }
        return file;
    }

    /** {@code close(2)}. */
    public void close(int number) throws IOException {
        remove(number).close();
    }

    private synchronized OpenFile remove(int number) throws FileFailure {
        OpenFile file = file(number);
        files.set(number - FIRST, null);
        return file;
    }

    /** {@code fchmod(2)}, by the name. */
    public void mode(int number, int mode) throws IOException {
        OpenFile file = file(number);
        gate.shared(() -> {
            FileModes.set(file.named(), mode);
            return file;
        });
    }

    /** {@code fchown(2)}, by the name. */
    public void owner(int number, long user, long group) throws IOException {
        OpenFile file = file(number);
        gate.shared(() -> {
            FileMarks.own(file.named(), user, group);
            return file;
        });
    }

    /** {@code futimens(2)}, by the name: nanoseconds since 1970. */
    public void times(int number, long access, long modified) throws IOException {
        OpenFile file = file(number);
        gate.shared(() -> {
            FileMarks.touch(file.named(), access, modified);
            return file;
        });
    }

    /** Opens without a number, for calls that open and close in one: the caller closes it, and no scope knows of it. */
    public OpenFile openFile(Path path, OpenFlags flags, int mode) throws IOException {
        return gate.shared(() -> {
            Path place = gate.place(path, flags.follows(), flags.changes());
            if (flags.reads()) {
                gate.ask(place, false);
            }
            return openPlace(place, flags, mode);
        });
    }

    private OpenFile openPlace(Path place, OpenFlags flags, int mode) throws IOException {
        boolean follow = gate.open() && flags.follows();
        if (!flags.creates()) {
            return openExisting(place, flags, follow);
        }
        for (int attempt = 0; ; attempt++) {
            try {
                return create(place, flags, mode);
            } catch (FileAlreadyExistsException there) {
                if (flags.exclusive()) {
                    throw there;
                }
            }
            try {
                return openExisting(place, flags, follow);
            } catch (NoSuchFileException goneAgain) {
                if (attempt == 10 || Files.isSymbolicLink(place)) {
                    return openThroughDangling(place, flags, mode, goneAgain);
                }
            }
        }
    }

    /** Only without a gate: with one the place is what the link leads to. */
    private OpenFile openThroughDangling(Path link, OpenFlags flags, int mode, NoSuchFileException failure)
            throws IOException {
        if (!gate.open() || !Files.isSymbolicLink(link)) {
            throw failure;
        }
        Path target = link.resolveSibling(Files.readSymbolicLink(link));
        return create(target, flags, mode);
    }

    private OpenFile create(Path place, OpenFlags flags, int mode) throws IOException {
        Set<OpenOption> options = flags.options(true);
        options.add(StandardOpenOption.CREATE_NEW);
        if (!flags.appends()) {
            options.add(StandardOpenOption.WRITE); // else the JDK does not create
        }
        FileChannel channel = FileChannel.open(place, options, FileModes.creating(place, mode));
        return finish(place, flags, channel, () -> FileModes.restore(place, mode));
    }

    private OpenFile openExisting(Path place, OpenFlags flags, boolean follow) throws IOException {
        FileStat stat = follow ? FileStat.of(place) : FileStat.of(place, LinkOption.NOFOLLOW_LINKS);
        if (flags.directory() && !stat.isDirectory()) {
            throw new FileFailure(Errno.ENOTDIR);
        }
        if (!gate.open() && stat.isPipe()) { // opening it waits for the other end, and would hold the gate meanwhile
            throw new FileFailure(Errno.EACCES);
        }
        FileChannel channel = FileChannel.open(place, flags.options(follow));
        return finish(place, flags, channel, () -> {
            if (flags.truncates() && flags.writes()) {
                channel.truncate(0);
            }
        });
    }

    private OpenFile finish(Path place, OpenFlags flags, FileChannel channel, Finishing last) throws IOException {
        FileChannel reader = null;
        try {
            last.run();
            if (flags.appends() && flags.reads()) {
                reader = FileChannel.open(place, StandardOpenOption.READ);
            }
            Path real = gate.open() ? nameOf(place) : place.toRealPath();
            if (!gate.open() && !real.equals(place)) { // somebody outside of this JVM swapped it
                throw new FileFailure(Errno.EACCES);
            }
            return new OpenFile(real, flags, channel, reader, FileStat.of(real));
        } catch (IOException failure) {
            try (FileChannel first = channel;
                    FileChannel second = reader) {
                throw failure;
            }
        }
    }

    /**
     * Links resolved, so that calls by name find it later; what has no name of its own ({@code /dev/stdin}) keeps this
     * one.
     */
    private static Path nameOf(Path place) {
        try {
            return place.toRealPath();
        } catch (IOException nameless) {
            return place;
        }
    }

    /** A last step on a file that is open already. */
    @FunctionalInterface
    private interface Finishing {
        void run() throws IOException;
    }
}
