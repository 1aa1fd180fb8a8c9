package dev.troupe.core.host;

import dev.troupe.core.ActorId;
import dev.troupe.core.DataDirectoryException;
import dev.troupe.core.HostRecords;
import dev.troupe.core.kv.KvEntry;
import dev.troupe.core.kv.KvException;
import dev.troupe.core.kv.KvFormat;
import dev.troupe.core.kv.KvKey;
import dev.troupe.core.kv.KvScan;
import dev.troupe.core.kv.KvStore;
import dev.troupe.core.kv.TupleElement;
import dev.troupe.core.kv.TupleEncoding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * What a host must remember over its own end: its builds and its actors, each a record of {@link Fields}. It is kept in
 * the host's own durable store, under an id that no actor has, so that records share the commits, and the promise, of
 * stored values. Any thread; it ends with the store.
 */
final class Ledger {
    /** Kinds of records. */
    enum Kind {
        BUILD,
        ACTOR,
        /** What services of the host keep: {@link HostRecords}. */
        SERVICE
    }

    /** Random ids are never nil (RFC 9562 §5.9). */
    private static final ActorId HOST = new ActorId(new UUID(0, 0));

    private static final int PAGE = 512;

    private final KvStore store;

    Ledger(KvStore store) {
        this.store = store;
    }

    /** All records of a kind, by id. */
    Map<String, Fields> load(Kind kind) {
        Map<String, Fields> found = new LinkedHashMap<>();
        KvKey first = TupleEncoding.encode(List.of(new TupleElement.Text(kind.name())));
        Optional<KvKey> from = Optional.of(first);
        while (from.isPresent()) {
            KvScan scan = new KvScan(from, Optional.of(first.endOfPrefix()), false, PAGE);
            List<KvEntry> page = await(store.list(HOST, scan));
            for (KvEntry entry : page) {
                Fields fields = Fields.of(entry.value());
                found.put(fields.text("id"), fields);
            }
            from = page.size() < PAGE
                    ? Optional.empty()
                    : Optional.of(page.get(page.size() - 1).key().next());
        }
        return found;
    }

    /** Writes records, all or none; returns when they are on the disk. */
    void write(Kind kind, List<Fields> records) {
        await(put(kind, records));
    }

    /** Writes a record; the stage completes when it is on the disk. */
    CompletionStage<Void> put(Kind kind, List<Fields> records) {
        List<KvEntry> entries = new ArrayList<>();
        for (Fields fields : records) {
            entries.add(new KvEntry(key(kind, fields.text("id")), KvFormat.VALUE, fields.bytes()));
        }
        return store.put(HOST, entries, Long.MAX_VALUE);
    }

    /** Removes a record; the stage completes when that is on the disk. */
    CompletionStage<Void> remove(Kind kind, String id) {
        return store.delete(HOST, List.of(key(kind, id)));
    }

    /** Removes a record; returns when that is on the disk. */
    void erase(Kind kind, String id) {
        await(remove(kind, id));
    }

    private static KvKey key(Kind kind, String id) {
        return TupleEncoding.encode(List.of(new TupleElement.Text(kind.name()), new TupleElement.Text(id)));
    }

    private static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException failure) {
            Throwable cause = failure.getCause();
            String message = cause instanceof KvException ? cause.getMessage() : String.valueOf(cause);
            throw new DataDirectoryException(
                    "The host's records could not be read or written: " + message + " Check the disk of its"
                            + " dataDirectory.",
                    failure);
        }
    }
}
