package dev.troupe.core.file;

import dev.troupe.core.Permissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Turns a path that a program names into the one place that it means, and asks the actor's permissions about that
 * place. One for each start of an actor; any thread; it holds nothing.
 *
 * <p>Links are resolved before the question, and the work is done on the resolved path. What could make that path mean
 * another place between question and work is a link, made or moved; an actor makes them through this class only, and no
 * such call runs while another's question and work do: {@link #NAMES} is held for both. So a swap cannot win a race, on
 * any platform, also for calls that the JDK has no directory-relative form of ({@code mkdir}, {@code link}).
 */
public final class FileGate {
    /**
     * Read by calls that resolve a path, written by calls that can change how one resolves; for all actors of the JVM.
     */
    private static final ReadWriteLock NAMES = new ReentrantReadWriteLock(true);

    /** As Linux: more links than this in one path are a loop. */
    private static final int LINKS = 40;

    private final Permissions permissions;
    private final boolean open;

    /** Asks {@code permissions}, which are the actor's own. */
    public FileGate(Permissions permissions) {
        this.permissions = permissions;
        this.open = permissions == Permissions.trusted();
    }

    /** Is there no question to ask? */
    boolean open() {
        return open;
    }

    /** Runs {@code work} on the place that {@code path} means, links followed, if it may be read. */
    <T> T read(Path path, Work<T> work) throws IOException {
        return shared(() -> work.on(place(path, true, false)));
    }

    /** Runs {@code work} on the name itself, a last link not followed, if it may be read. */
    <T> T readName(Path path, Work<T> work) throws IOException {
        return shared(() -> work.on(place(path, false, false)));
    }

    /** Runs {@code work} on the place that {@code path} means, links followed, if it may be written. */
    <T> T write(Path path, Work<T> work) throws IOException {
        return shared(() -> work.on(place(path, true, true)));
    }

    /** Runs {@code work} on the name itself, a last link not followed, if it may be written. */
    <T> T writeName(Path path, Work<T> work) throws IOException {
        return shared(() -> work.on(place(path, false, true)));
    }

    /** Runs work that resolves paths with {@link #place}. */
    <T> T shared(Step<T> step) throws IOException {
        return open ? step.run() : locked(NAMES.readLock(), step);
    }

    /** Runs work that can change what other paths mean: it makes or moves links. */
    <T> T exclusive(Step<T> step) throws IOException {
        return open ? step.run() : locked(NAMES.writeLock(), step);
    }

    private static <T> T locked(Lock lock, Step<T> step) throws IOException {
        lock.lock();
        try {
            return step.run();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The place that {@code path} means, after the question. Only within {@link #shared} or {@link #exclusive}.
     *
     * @throws FileFailure {@code EACCES} if the answer is no, whether or not there is a file
     */
    Path place(Path path, boolean follow, boolean write) throws IOException {
        if (open) {
            return path;
        }
        Path place = resolve(path, follow, LINKS);
        ask(place, write);
        return place;
    }

    /** Asks about a place that is resolved already. */
    void ask(Path place, boolean write) throws FileFailure {
        if (!open && !(write ? permissions.mayWrite(place) : permissions.mayRead(place))) {
            throw new FileFailure(Errno.EACCES);
        }
    }

    private Path resolve(Path path, boolean follow, int links) throws IOException {
        if (links == 0) {
            throw new FileFailure(Errno.ELOOP);
        }
        Path name = path.getFileName();
        Path parent = path.getParent();
        if (name == null
                || parent == null
                || name.toString().equals("..")
                || name.toString().equals(".")) {
            return existing(path);
        }
        Path place = existing(parent).resolve(name);
        if (!follow || !Files.isSymbolicLink(place)) {
            return place;
        }
        try {
            return place.toRealPath();
        } catch (IOException dangling) {
            // a link to nothing: what is made through it is made where it points to, and asked about there
            return resolve(place.resolveSibling(Files.readSymbolicLink(place)), true, links - 1);
        }
    }

    /** A directory that must be there; if it is not, the failure says so only where the actor may look. */
    private Path existing(Path path) throws IOException {
        try {
            return path.toRealPath();
        } catch (IOException failure) {
            ask(nearest(path), false);
            throw failure;
        }
    }

    /** Where {@code path} would be: the real path of what exists of it, and the rest as it is written. */
    private static Path nearest(Path path) {
        for (Path at = path; at != null; at = at.getParent()) {
            try {
                return at.toRealPath().resolve(at.relativize(path)).normalize();
            } catch (IOException absent) {
                // its parent may be there
            }
        }
        return path.normalize();
    }

    /** Work on a place. */
    @FunctionalInterface
    interface Work<T> {
        T on(Path place) throws IOException;
    }

    /** Work that finds its places itself. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }
}
