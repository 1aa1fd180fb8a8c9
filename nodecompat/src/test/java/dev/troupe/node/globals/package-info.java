/**
 * Programs whose output under real Node is kept beside them as text: order of callbacks, ends of programs.
 *
 * <p>Starting points: {@code ProgramOutputTest}, the programs among the test resources.
 */
@NullMarked
package dev.troupe.node.globals;

import org.jspecify.annotations.NullMarked;
