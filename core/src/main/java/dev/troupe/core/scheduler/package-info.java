/**
 * All threads of a host, and the event loops that they run: the only package of core that creates threads.
 * CONCURRENCY.md tells the whole.
 *
 * <p>Starting points: {@link dev.troupe.core.scheduler.ActorLoop} (the loop of one actor),
 * {@link dev.troupe.core.scheduler.Scheduler} (who runs it), {@link dev.troupe.core.scheduler.Watchdog} (what happens
 * when a turn overstays).
 */
@NullMarked
package dev.troupe.core.scheduler;

import org.jspecify.annotations.NullMarked;
