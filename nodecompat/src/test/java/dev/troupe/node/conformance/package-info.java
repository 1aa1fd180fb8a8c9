/**
 * Node's own tests, unmodified, each as an actor of its own. Not part of the unit tests: {@code nodecompat/conformance}
 * runs it.
 *
 * <p>Starting points: {@link dev.troupe.node.conformance.Conformance} (the command),
 * {@link dev.troupe.node.conformance.TestFile} (which tests there are), {@link dev.troupe.node.conformance.TestRun}
 * (how one runs).
 */
@NullMarked
package dev.troupe.node.conformance;

import org.jspecify.annotations.NullMarked;
