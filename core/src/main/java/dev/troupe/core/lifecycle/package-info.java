/**
 * The pure part of an actor's life: which state follows which, and when a failed program starts again. No clock, no
 * thread, no I/O.
 *
 * <p>Starting points: {@link dev.troupe.core.lifecycle.Lifecycle}, {@link dev.troupe.core.lifecycle.Supervision},
 * {@link dev.troupe.core.lifecycle.Decision}.
 */
@NullMarked
package dev.troupe.core.lifecycle;

import org.jspecify.annotations.NullMarked;
