package dev.troupe.core.file;

import dev.troupe.core.spi.ResourceScope;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One watched directory, or one name in it: what changed there and was not asked for yet. Any thread; it belongs to the
 * actor's scope until {@link #close}.
 */
public final class FileWatch implements AutoCloseable {
    /** Changes kept for a program that does not ask; beyond it one entry without a name says that there was more. */
    private static final int BOUND = 4096;

    private final WatchKey key;
    private final String only;
    private final Path place;
    private final ArrayDeque<String> changes = new ArrayDeque<>();
    private ResourceScope.@Nullable Registration registration;
    private boolean overflown;
    private Optional<FileStat> watched;

    FileWatch(WatchKey key, Path directory, String only) {
        this.key = key;
        this.only = only;
        this.place = directory.resolve(only);
        this.watched = only.isEmpty() ? Optional.empty() : now();
    }

    private Optional<FileStat> now() {
        try {
            return Optional.of(FileStat.of(place));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    WatchKey key() {
        return key;
    }

    void registered(ResourceScope.Registration entry) {
        registration = entry;
    }

    /**
     * What changed since the last call, each as {@code rename} or {@code change}, a slash, and the name, if it is
     * known.
     */
    public List<String> poll() {
        ChangeFeed.pump();
        synchronized (this) {
            List<String> all = new ArrayList<>(changes);
            changes.clear();
            overflown = false;
            return all;
        }
    }

    synchronized void changed(WatchEvent<?> event) {
        if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
            add("change/");
            return;
        }
        String name = event.context() instanceof Path path ? PathText.of(path) : "";
        if (only.isEmpty() || (only.equals(name) && !isOldNews(event))) {
            add((event.kind() == StandardWatchEventKinds.ENTRY_MODIFY ? "change/" : "rename/") + name);
        }
    }

    /** A directory that somebody else watches tells also of what was made right before this watch began. */
    private boolean isOldNews(WatchEvent<?> event) {
        if (event.kind() != StandardWatchEventKinds.ENTRY_CREATE) {
            return false;
        }
        Optional<FileStat> before = watched;
        watched = now();
        return before.isPresent() && watched.isPresent() && before.get().sameFile(watched.get());
    }

    /** The directory itself is gone. */
    synchronized void gone() {
        add("rename/" + only);
    }

    private void add(String change) {
        if (changes.size() < BOUND) {
            changes.add(change);
        } else if (!overflown) {
            overflown = true;
            changes.add("change/");
        }
    }

    /** Ends it; idempotent. */
    @Override
    public void close() {
        if (registration != null) {
            registration.release();
        }
        ChangeFeed.forget(this);
    }
}
