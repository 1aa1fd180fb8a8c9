package dev.troupe.core.file;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's one watch service, shared by all actors since each service costs a thread of the JDK's and one of the few
 * inotify instances a user has. Made with the first watch and kept; any thread: whoever asks for changes brings those
 * of all, so that nobody has to wait for them.
 */
final class ChangeFeed {
    private static final Map<WatchKey, Set<FileWatch>> WATCHES = new HashMap<>();
    private static @Nullable WatchService service;

    private ChangeFeed() {}

    /** Watches {@code directory}, and there the name {@code only} if it is not empty. */
    static synchronized FileWatch watch(Path directory, String only) throws IOException {
        if (service == null) {
            service = FileSystems.getDefault().newWatchService();
        }
        WatchKey key = directory.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_DELETE,
                StandardWatchEventKinds.ENTRY_MODIFY);
        pump(); // what happened before is not for the new one
        FileWatch watch = new FileWatch(key, directory, only);
        WATCHES.computeIfAbsent(key, unused -> new HashSet<>()).add(watch);
        return watch;
    }

    /** Hands on what the service has. */
    static synchronized void pump() {
        if (service == null) {
            return;
        }
        for (WatchKey key = service.poll(); key != null; key = service.poll()) {
            Set<FileWatch> watches = WATCHES.getOrDefault(key, Set.of());
            List<WatchEvent<?>> events = key.pollEvents();
            boolean valid = key.reset();
            for (FileWatch watch : watches) {
                events.forEach(watch::changed);
                if (!valid) {
                    watch.gone();
                }
            }
        }
    }

    static synchronized void forget(FileWatch watch) {
        Set<FileWatch> watches = WATCHES.get(watch.key());
        if (watches != null && watches.remove(watch) && watches.isEmpty()) {
            WATCHES.remove(watch.key());
            watch.key().cancel();
        }
    }
}
