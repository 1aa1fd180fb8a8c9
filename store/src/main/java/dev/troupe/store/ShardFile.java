package dev.troupe.store;

import dev.troupe.core.ActorId;
import dev.troupe.core.kv.KvEntry;
import dev.troupe.core.kv.KvException;
import dev.troupe.core.kv.KvFormat;
import dev.troupe.core.kv.KvKey;
import dev.troupe.core.kv.KvLimitChecks;
import dev.troupe.core.kv.KvScan;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * One SQLite file: a table of entries in key order and a table of each actor's bytes. Owned by its {@link Shard}, which
 * lets one thread in at a time; every SQL failure is a {@link KvException} of kind {@code STORE}. It ends with
 * {@link #close}.
 */
final class ShardFile implements AutoCloseable {
    private static final int LAYOUT = 1;
    private static final int BUSY_MILLIS = 5_000;

    private final Path path;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>();

    private ShardFile(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    static ShardFile open(Path path) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL); // a commit is on the disk before it is acknowledged
        config.setBusyTimeout(BUSY_MILLIS);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + path);
            ShardFile file = new ShardFile(path, connection);
            try {
                file.layOut();
            } catch (SQLException | RuntimeException failure) {
                connection.close();
                throw failure;
            }
            return file;
        } catch (SQLException failure) {
            throw new KvException(
                    KvException.Kind.STORE,
                    "The storage file " + path + " cannot be opened: " + failure.getMessage()
                            + ". Check that the data directory is writable and no other host uses it.",
                    failure);
        }
    }

    private void layOut() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int found;
            try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
                found = version.getInt(1);
            }
            if (found > LAYOUT) {
                throw new KvException(
                        KvException.Kind.STORE,
                        "The storage file " + path + " has layout " + found + ", this version knows " + LAYOUT
                                + ": use the newer version that wrote it.");
            }
            statement.executeUpdate(
                    "CREATE TABLE IF NOT EXISTS entry ("
                            + "actor BLOB NOT NULL, key BLOB NOT NULL, format INTEGER NOT NULL, value BLOB NOT NULL, PRIMARY KEY (actor, key)) WITHOUT ROWID");
            statement.executeUpdate(
                    "CREATE TABLE IF NOT EXISTS total (actor BLOB PRIMARY KEY NOT NULL, bytes INTEGER NOT NULL) WITHOUT ROWID");
            statement.executeUpdate("PRAGMA user_version = " + LAYOUT);
        }
        connection.setAutoCommit(false);
    }

    /** Ends the transaction that the driver began with the first statement, and syncs it. */
    void commit() {
        change(() -> {
            connection.commit();
        });
    }

    /** Takes the transaction back after {@code failure}, to which a second failure is added. */
    void rollback(RuntimeException failure) {
        try {
            connection.rollback();
        } catch (SQLException another) {
            failure.addSuppressed(another);
        }
    }

    List<KvEntry> get(ActorId actor, List<KvKey> keys) {
        return run(() -> {
            PreparedStatement select = prepared("SELECT format, value FROM entry WHERE actor = ? AND key = ?");
            select.setBytes(1, bytes(actor));
            List<KvEntry> found = new ArrayList<>();
            for (KvKey key : keys) {
                select.setBytes(2, key.bytes());
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        found.add(new KvEntry(key, KvFormat.of(row.getInt(1)), row.getBytes(2)));
                    }
                }
            }
            return found;
        });
    }

    List<KvEntry> list(ActorId actor, KvScan scan) {
        return run(() -> {
            PreparedStatement select = prepared("SELECT key, format, value FROM entry WHERE actor = ?"
                    + (scan.from().isPresent() ? " AND key >= ?" : "")
                    + (scan.to().isPresent() ? " AND key < ?" : "")
                    + " ORDER BY key" + (scan.reverse() ? " DESC" : "") + " LIMIT ?");
            int at = 1;
            select.setBytes(at++, bytes(actor));
            if (scan.from().isPresent()) {
                select.setBytes(at++, scan.from().get().bytes());
            }
            if (scan.to().isPresent()) {
                select.setBytes(at++, scan.to().get().bytes());
            }
            select.setInt(at, scan.limit());
            List<KvEntry> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new KvEntry(KvKey.of(rows.getBytes(1)), KvFormat.of(rows.getInt(2)), rows.getBytes(3)));
                }
            }
            return found;
        });
    }

    void put(ActorId actor, List<KvEntry> entries, long limit) {
        change(() -> {
            Map<KvKey, KvEntry> last = new LinkedHashMap<>();
            entries.forEach(entry -> last.put(entry.key(), entry));
            long before = sizes(actor, List.copyOf(last.keySet()));
            long added = last.values().stream().mapToLong(KvEntry::size).sum();
            long total = total(actor) - before + added;
            KvLimitChecks.total(total, limit);
            PreparedStatement insert =
                    prepared("INSERT OR REPLACE INTO entry (actor, key, format, value) VALUES (?, ?, ?, ?)");
            insert.setBytes(1, bytes(actor));
            for (KvEntry entry : last.values()) {
                insert.setBytes(2, entry.key().bytes());
                insert.setInt(3, entry.format().code());
                insert.setBytes(4, entry.value());
                insert.executeUpdate();
            }
            setTotal(actor, total);
        });
    }

    void delete(ActorId actor, List<KvKey> keys) {
        change(() -> {
            List<KvKey> distinct = keys.stream().distinct().toList();
            long removed = sizes(actor, distinct);
            PreparedStatement delete = prepared("DELETE FROM entry WHERE actor = ? AND key = ?");
            delete.setBytes(1, bytes(actor));
            for (KvKey key : distinct) {
                delete.setBytes(2, key.bytes());
                delete.executeUpdate();
            }
            setTotal(actor, total(actor) - removed);
        });
    }

    void deleteAll(ActorId actor) {
        change(() -> {
            for (String table : List.of("entry", "total")) {
                PreparedStatement delete = prepared("DELETE FROM " + table + " WHERE actor = ?");
                delete.setBytes(1, bytes(actor));
                delete.executeUpdate();
            }
        });
    }

    /** What the entries of {@code keys} take, keys and values together. */
    private long sizes(ActorId actor, List<KvKey> keys) throws SQLException {
        PreparedStatement select =
                prepared("SELECT length(key) + length(value) FROM entry WHERE actor = ? AND key = ?");
        select.setBytes(1, bytes(actor));
        long sum = 0;
        for (KvKey key : keys) {
            select.setBytes(2, key.bytes());
            try (ResultSet row = select.executeQuery()) {
                sum += row.next() ? row.getLong(1) : 0;
            }
        }
        return sum;
    }

    private long total(ActorId actor) throws SQLException {
        PreparedStatement select = prepared("SELECT bytes FROM total WHERE actor = ?");
        select.setBytes(1, bytes(actor));
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private void setTotal(ActorId actor, long bytes) throws SQLException {
        PreparedStatement insert = prepared("INSERT OR REPLACE INTO total (actor, bytes) VALUES (?, ?)");
        insert.setBytes(1, bytes(actor));
        insert.setLong(2, bytes);
        insert.executeUpdate();
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    private static byte[] bytes(ActorId actor) {
        return ByteBuffer.allocate(16)
                .putLong(actor.value().getMostSignificantBits())
                .putLong(actor.value().getLeastSignificantBits())
                .array();
    }

    private void change(Change work) {
        run(() -> {
            work.run();
            return work;
        });
    }

    private <T> T run(Statements<T> work) {
        try {
            return work.run();
        } catch (SQLException failure) {
            throw new KvException(
                    KvException.Kind.STORE,
                    "The storage file " + path + " failed: " + failure.getMessage() + ".",
                    failure);
        }
    }

    /** Work on the connection that asks for something. */
    private interface Statements<T> {
        T run() throws SQLException;
    }

    /** Work on the connection that changes something. */
    private interface Change {
        void run() throws SQLException;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            System.getLogger(ShardFile.class.getName())
                    .log(System.Logger.Level.WARNING, "The storage file " + path + " did not close.", failure);
        }
    }
}
