package dev.troupe.core.file;

import dev.troupe.core.spi.ResourceScope;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
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
    private final ArrayDeque<String> changes = new ArrayDeque<>();
    private ResourceScope.@Nullable Registration registration;
    private boolean overflown;

    FileWatch(WatchKey key, String only) {
        this.key = key;
        this.only = only;
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
        if (only.isEmpty() || only.equals(name)) {
            add((event.kind() == StandardWatchEventKinds.ENTRY_MODIFY ? "change/" : "rename/") + name);
        }
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
