package dev.troupe.core.file;

import dev.troupe.core.spi.ResourceScope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The watches of one actor by number. Any thread; every watch is also in the actor's scope, which closes it at the end.
 */
public final class WatchTable {
    private final FileGate gate;
    private final ResourceScope scope;
    private final Map<Integer, FileWatch> watches = new HashMap<>();
    private final int bound;
    private int last;

    /** @param bound {@code Limits.openFiles}; beyond it is {@code ENOSPC}, as where the system has no more watches */
    WatchTable(FileGate gate, ResourceScope scope, int bound) {
        this.gate = gate;
        this.scope = scope;
        this.bound = bound;
    }

    /** Watches a directory's names, or one file; gives the number of the watch. */
    public int open(Path path) throws IOException {
        FileWatch watch = gate.read(path, place -> {
            FileStat stat = FileStat.of(place);
            Path parent = place.getParent();
            if (stat.isDirectory() || parent == null) {
                return ChangeFeed.watch(place, "");
            }
            return ChangeFeed.watch(parent, PathText.of(place.getFileName()));
        });
        int number = add(watch);
        try {
            watch.registered(scope.add(watch));
        } catch (IllegalStateException ended) {
            close(number);
            throw new FileFailure(Errno.EBADF, ended);
        }
        return number;
    }

    private synchronized int add(FileWatch watch) throws FileFailure {
        if (watches.size() >= bound) {
            watch.close();
            throw new FileFailure(Errno.ENOSPC);
        }
        watches.put(++last, watch);
        return last;
    }

    /** The watch of {@code number}. */
    public synchronized FileWatch watch(int number) throws FileFailure {
        FileWatch watch = watches.get(number);
        if (watch == null) {
            throw new FileFailure(Errno.EBADF);
        }
        return watch;
    }

    /** Ends the watch of {@code number}, if there is one. */
    public void close(int number) {
        FileWatch watch;
        synchronized (this) {
            watch = watches.remove(number);
        }
        if (watch != null) {
            watch.close();
        }
    }
}
