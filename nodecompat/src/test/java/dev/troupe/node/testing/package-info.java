/**
 * Programs that test: what {@code node:assert} says and how {@code node:test} runs and reports.
 *
 * <p>Starting points: {@link dev.troupe.node.testing.TestRunnerTest} (tests as a program),
 * {@link dev.troupe.node.testing.AssertionTest} (messages).
 */
@NullMarked
package dev.troupe.node.testing;

import org.jspecify.annotations.NullMarked;
