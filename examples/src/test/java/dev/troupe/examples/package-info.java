/**
 * Tests that see the whole of Troupe: the examples and the README run as they stand, nothing is left of destroyed
 * actors, and the rules of the architecture hold.
 *
 * <p>Starting points: {@link dev.troupe.examples.ReadmeTest}, {@link dev.troupe.examples.ExamplesTest},
 * {@link dev.troupe.examples.NothingIsLeftTest}.
 */
@NullMarked
package dev.troupe.examples;

import org.jspecify.annotations.NullMarked;
