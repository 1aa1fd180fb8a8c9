/**
 * Durable key-value storage for actors, on SQLite: a few files, each with one writer at a time, shared by all actors of
 * a host.
 *
 * <p>Starting points: {@link dev.troupe.store.SqliteKvStore} (the store), {@link dev.troupe.store.Shard} (one file and
 * its queue), {@link dev.troupe.store.ShardFile} (the statements).
 */
@NullMarked
package dev.troupe.store;

import org.jspecify.annotations.NullMarked;
