package dev.troupe.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Permissions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One thread swaps a folder for a link that leads out, as fast as it can; the others must never get out. */
final class LinkSwapHammerTest {
    private static final int ROUNDS = 3_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aSwapOfLinksNeverLeadsOut() throws IOException {
        Path root = folder.toRealPath();
        Path data = Files.createDirectory(root.resolve("data"));
        Path secret = Files.createDirectory(root.resolve("secret"));
        Files.writeString(secret.resolve("file"), "secret");
        Files.writeString(Files.createDirectory(data.resolve("folder")).resolve("file"), "mine");
        Files.createSymbolicLink(data.resolve("out"), secret); // made by somebody who may
        FileGate gate = new FileGate(Permissions.standard().forActor(Optional.empty(), Optional.of(data)));
        FileQueries queries = new FileQueries(gate);
        FileChanges changes = new FileChanges(gate, queries);
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> swaps = CompletableFuture.runAsync(() -> swap(changes, data, done));
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            read += look(new FileTable(gate, new OpenScope(), 64), data.resolve("x/file")) ? 1 : 0;
            int number = round;
            ignoring(() -> changes.makeDirectory(data.resolve("x/made" + number), 0755));
            ignoring(() -> queries.stat(data.resolve("x/file"), true));
            ignoring(() -> changes.unlink(data.resolve("x/file-" + number)));
        }
        done.set(true);
        swaps.join();
        assertTrue(read > 0, "the folder was never seen");
        try (var names = Files.list(secret)) {
            assertEquals(1, names.count());
        }
    }

    private static boolean look(FileTable table, Path path) {
        try (OpenFile file = table.openFile(path, new OpenFlags(0), 0)) {
            ByteBuffer bytes = file.readAll(100);
            byte[] all = new byte[bytes.remaining()];
            bytes.get(all);
            assertFalse(PathText.text(all).contains("secret"));
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    private static void swap(FileChanges changes, Path data, AtomicBoolean done) {
        while (!done.get()) {
            for (String name : new String[] {"folder", "out"}) {
                ignoring(() -> changes.rename(data.resolve(name), data.resolve("x")));
                ignoring(() -> changes.rename(data.resolve("x"), data.resolve(name)));
            }
        }
    }

    private static void ignoring(Failing step) {
        try {
            step.run();
        } catch (IOException raced) {
            // the other thread was quicker
        }
    }

    @FunctionalInterface
    private interface Failing {
        void run() throws IOException;
    }
}
