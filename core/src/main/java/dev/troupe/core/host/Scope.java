package dev.troupe.core.host;

import dev.troupe.core.spi.ResourceScope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one start of an actor has open, as a list from the newest to the oldest. Any thread; closed once, by a reaper.
 */
final class Scope implements ResourceScope {
    private @Nullable Entry newest;
    private boolean closed;

    @Override
    public Registration add(AutoCloseable resource) {
        synchronized (this) {
            if (!closed) {
                Entry entry = new Entry(resource, newest);
                if (newest != null) {
                    newest.newer = entry;
                }
                newest = entry;
                return entry;
            }
        }
        IllegalStateException late =
                new IllegalStateException("The actor has ended: what it opens now is closed at once.");
        try {
            resource.close();
        } catch (Exception failure) {
            late.addSuppressed(failure);
        }
        throw late;
    }

    /** Closes everything, newest first; later failures are suppressed by the first, which is returned. Idempotent. */
    Optional<Throwable> close() {
        Throwable first = null;
        Entry entry = takeNewest();
        while (entry != null) {
            try {
                entry.resource.close();
            } catch (Throwable failure) { // one resource's failure must not keep the others open
                if (first == null) {
                    first = failure;
                } else if (first != failure) {
                    first.addSuppressed(failure);
                }
            }
            entry = takeNewest();
        }
        return Optional.ofNullable(first);
    }

    private synchronized @Nullable Entry takeNewest() {
        closed = true;
        Entry taken = newest;
        if (taken != null) {
            unlink(taken);
        }
        return taken;
    }

    private void unlink(Entry entry) {
        if (entry.released) {
            return;
        }
        entry.released = true;
        if (entry.newer != null) {
            entry.newer.older = entry.older;
        } else {
            newest = entry.older;
        }
        if (entry.older != null) {
            entry.older.newer = entry.newer;
        }
    }

    /** One resource; its links are guarded by the scope. */
    private final class Entry implements Registration {
        private final AutoCloseable resource;
        private @Nullable Entry older;
        private @Nullable Entry newer;
        private boolean released;

        Entry(AutoCloseable resource, @Nullable Entry older) {
            this.resource = resource;
            this.older = older;
        }

        @Override
        public void release() {
            synchronized (Scope.this) {
                unlink(this);
            }
        }
    }
}
