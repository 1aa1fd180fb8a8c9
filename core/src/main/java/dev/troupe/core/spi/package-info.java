/**
 * The contract between a host and what runs the programs. A runtime implements the factory and the isolate; everything
 * else here is given to it.
 *
 * <p>Starting points: {@link dev.troupe.core.spi.IsolateFactory} (found by service loading),
 * {@link dev.troupe.core.spi.Isolate} (one program in its own realm), {@link dev.troupe.core.spi.EventLoop} (where it
 * runs).
 */
@NullMarked
package dev.troupe.core.spi;

import org.jspecify.annotations.NullMarked;
