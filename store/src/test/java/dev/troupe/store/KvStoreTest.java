package dev.troupe.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.ActorId;
import dev.troupe.core.kv.KvEntry;
import dev.troupe.core.kv.KvException;
import dev.troupe.core.kv.KvFormat;
import dev.troupe.core.kv.KvKey;
import dev.troupe.core.kv.KvScan;
import dev.troupe.core.kv.KvStore;
import dev.troupe.core.kv.MemoryKvStore;
import dev.troupe.core.kv.TupleElement;
import dev.troupe.core.kv.TupleEncoding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link KvStore}, for both stores, and what only files can promise. */
class KvStoreTest {
    private static final long PLENTY = 1L << 30;

    @TempDir
    private Path folder = Path.of("");

    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final ActorId actor = ActorId.random();

    @AfterEach
    void endPool() {
        pool.shutdownNow();
    }

    private KvStore open(String kind) {
        return kind.equals("memory") ? new MemoryKvStore() : new SqliteKvStore(folder, pool);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite"})
    void valuesComeBackInTheOrderAsked(String kind) {
        try (KvStore store = open(kind)) {
            done(store.put(actor, List.of(entry("a", "1"), entry("b", ""), entry("a", "2")), PLENTY));
            List<KvEntry> found = done(store.read(actor, List.of(key("b"), key("missing"), key("a"))));
            assertEquals(
                    List.of(key("b"), key("a")),
                    found.stream().map(KvEntry::key).toList());
            assertArrayEquals(new byte[0], found.get(0).value());
            assertEquals("2", text(found.get(1)));
            assertEquals(List.of(), done(store.read(ActorId.random(), List.of(key("a")))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite"})
    void rangesAreInOrderAndTheirEndIsExclusive(String kind) {
        try (KvStore store = open(kind)) {
            for (String name : List.of("c", "a", "d", "b")) {
                done(store.put(actor, List.of(entry(name, name)), PLENTY));
            }
            assertEquals("abcd", listed(store, Optional.empty(), Optional.empty(), false, 9));
            assertEquals("dcba", listed(store, Optional.empty(), Optional.empty(), true, 9));
            assertEquals("bc", listed(store, Optional.of(key("b")), Optional.of(key("d")), false, 9));
            assertEquals("cd", listed(store, Optional.of(key("b").next()), Optional.empty(), false, 9));
            assertEquals("cb", listed(store, Optional.of(key("b")), Optional.of(key("d")), true, 9));
            assertEquals("ab", listed(store, Optional.empty(), Optional.empty(), false, 2));
            assertEquals("", listed(store, Optional.of(key("d")), Optional.of(key("b")), false, 9));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite"})
    void thePutThatWouldPassTheTotalChangesNothing(String kind) {
        try (KvStore store = open(kind)) {
            long room = key("a").size() + 4L;
            done(store.put(actor, List.of(entry("a", "1234")), room));
            done(store.put(actor, List.of(entry("a", "4321")), room));
            CompletionException failure = assertThrows(
                    CompletionException.class,
                    () -> done(store.put(actor, List.of(entry("a", "x"), entry("b", "12345678")), room)));
            assertTrue(String.valueOf(failure.getCause()).contains("totalBytes"), failure.getMessage());
            assertEquals("4321", text(done(store.read(actor, List.of(key("a")))).get(0)));
            done(store.delete(actor, List.of(key("a"), key("a"), key("none"))));
            done(store.put(actor, List.of(entry("b", "1234")), room));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite"})
    void deleteAllLeavesOtherActorsAlone(String kind) {
        ActorId other = ActorId.random();
        try (KvStore store = open(kind)) {
            done(store.put(actor, List.of(entry("a", "1")), PLENTY));
            done(store.put(other, List.of(entry("a", "2")), PLENTY));
            done(store.deleteAll(actor));
            assertEquals(List.of(), done(store.read(actor, List.of(key("a")))));
            assertEquals("2", text(done(store.read(other, List.of(key("a")))).get(0)));
        }
    }

    @Test
    void valuesAndTheirFormatsOutliveTheStore() {
        try (KvStore store = open("sqlite")) {
            done(store.put(actor, List.of(entry("a", "kept")), PLENTY));
            done(store.put(actor, List.of(new KvEntry(key("b"), KvFormat.ARRAY_BUFFER, new byte[] {7})), PLENTY));
        }
        try (KvStore store = open("sqlite")) {
            List<KvEntry> found = done(store.read(actor, List.of(key("a"), key("b"))));
            assertEquals("kept", text(found.get(0)));
            assertEquals(KvFormat.VALUE, found.get(0).format());
            assertEquals(KvFormat.ARRAY_BUFFER, found.get(1).format());
        }
    }

    @Test
    void operationsOfOneActorKeepTheirOrderUnderLoad() {
        int actors = 40;
        int rounds = 25;
        List<ActorId> ids =
                IntStream.range(0, actors).mapToObj(at -> ActorId.random()).toList();
        try (KvStore store = open("sqlite")) {
            List<CompletableFuture<?>> all = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                for (ActorId id : ids) {
                    String value = Integer.toString(round);
                    all.add(store.put(id, List.of(entry("n", value)), PLENTY).toCompletableFuture());
                    all.add(store.read(id, List.of(key("n")))
                            .thenAccept(found -> assertEquals(value, text(found.get(0))))
                            .toCompletableFuture());
                }
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        }
    }

    @Test
    void aClosedStoreSaysSo() {
        KvStore store = open("sqlite");
        store.close();
        store.close();
        CompletionException failure =
                assertThrows(CompletionException.class, () -> done(store.read(actor, List.of(key("a")))));
        assertEquals(
                KvException.Kind.STORE,
                assertInstanceOf(KvException.class, failure.getCause()).kind());
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private String listed(KvStore store, Optional<KvKey> from, Optional<KvKey> to, boolean reverse, int limit) {
        StringBuilder names = new StringBuilder();
        done(store.list(actor, new KvScan(from, to, reverse, limit))).forEach(entry -> names.append(text(entry)));
        return names.toString();
    }

    private static KvKey key(String name) {
        return TupleEncoding.encode(List.of(new TupleElement.Text(name)));
    }

    private static KvEntry entry(String name, String value) {
        return new KvEntry(key(name), KvFormat.VALUE, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(KvEntry entry) {
        return new String(entry.value(), StandardCharsets.UTF_8);
    }
}
