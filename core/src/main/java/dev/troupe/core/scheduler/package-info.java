/**
 * All threads of a host, and the event loops that they run: the only package of core that creates threads.
 * CONCURRENCY.md tells the whole.
 *
 * <p>Starting points: {@link dev.troupe.core.scheduler.ActorLoop} (what runs),
 * {@link dev.troupe.core.scheduler.Scheduler} (what runs it), {@link dev.troupe.core.scheduler.Watchdog} (who looks at
 * turns that overstay).
 */
@NullMarked
package dev.troupe.core.scheduler;

import org.jspecify.annotations.NullMarked;
