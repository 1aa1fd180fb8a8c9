/**
 * The durable key-value storage of actors: what a store promises, how keys become bytes that keep their order, and the
 * limits. The durable store is a module of its own; without one, {@link dev.troupe.core.kv.MemoryKvStore} keeps values
 * as long as the host lives.
 *
 * <p>Starting points: {@link dev.troupe.core.kv.KvStore} (the contract), {@link dev.troupe.core.kv.TupleEncoding}
 * (keys), {@link dev.troupe.core.kv.ActorKv} (one actor's share, with its limits).
 */
@NullMarked
package dev.troupe.core.kv;

import org.jspecify.annotations.NullMarked;
