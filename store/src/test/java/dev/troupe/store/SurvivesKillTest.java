package dev.troupe.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.ActorId;
import dev.troupe.core.kv.KvEntry;
import dev.troupe.core.kv.KvFormat;
import dev.troupe.core.kv.KvKey;
import dev.troupe.core.kv.KvStore;
import dev.troupe.core.kv.TupleElement;
import dev.troupe.core.kv.TupleEncoding;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed while it writes: what it was told is stored must be there. Each cycle starts a JVM that puts
 * numbers and prints each one that was acknowledged, and kills it at some moment; then the same files are opened here.
 */
class SurvivesKillTest {
    /** A JVM each; {@code -Dtroupe.kill.cycles=500} for more. */
    private static final int CYCLES = Integer.getInteger("troupe.kill.cycles", 5);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void noAcknowledgedPutIsLost() throws IOException, InterruptedException {
        ActorId actor = ActorId.random();
        Random random = new Random(1);
        long acknowledged = -1;
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            acknowledged = Math.max(acknowledged, writeUntilKilled(actor, acknowledged + 1, 1 + random.nextInt(200)));
            assertEverythingIsThere(actor, acknowledged);
        }
        assertTrue(acknowledged >= CYCLES, "the writer got somewhere: " + acknowledged);
    }

    private long writeUntilKilled(ActorId actor, long first, int acknowledgements)
            throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString(),
                        actor.toString(),
                        Long.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = -1;
        try (BufferedReader lines = writer.inputReader()) {
            for (int line = 0; line < acknowledgements; line++) {
                String number = lines.readLine();
                if (number == null) {
                    throw new IllegalStateException("The writer ended by itself after " + last);
                }
                last = Long.parseLong(number);
            }
            writer.toHandle()
                    .destroyForcibly(); // the process's own method would close the pipe that is still to be read
            for (String number = lines.readLine(); number != null && !number.isEmpty(); number = lines.readLine()) {
                last = Math.max(last, Long.parseLong(number));
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return last;
    }

    private void assertEverythingIsThere(ActorId actor, long acknowledged) {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (KvStore store = new SqliteKvStore(folder, pool)) {
            for (long number = 0; number <= acknowledged; number++) {
                List<KvEntry> found = store.read(actor, List.of(key(number)))
                        .toCompletableFuture()
                        .join();
                assertEquals(1, found.size(), "the acknowledged number " + number + " is there");
                assertEquals(number, ByteBuffer.wrap(found.get(0).value()).getLong());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static KvKey key(long number) {
        return TupleEncoding.encode(List.of(new TupleElement.Number(number)));
    }

    /** The process that is killed. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            ActorId actor = ActorId.of(arguments[1]);
            try (KvStore store = new SqliteKvStore(Path.of(arguments[0]), Executors.newFixedThreadPool(4))) {
                for (long number = Long.parseLong(arguments[2]); number < Long.MAX_VALUE; number++) {
                    byte[] value =
                            ByteBuffer.allocate(Long.BYTES).putLong(number).array();
                    store.put(actor, List.of(new KvEntry(key(number), KvFormat.VALUE, value)), Long.MAX_VALUE)
                            .toCompletableFuture()
                            .join();
                    System.out.println(number);
                    System.out.flush();
                }
            }
        }
    }
}
