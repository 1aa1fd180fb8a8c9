/** Tests of what programs learn about the machine. */
@NullMarked
package dev.troupe.node.machine;

import org.jspecify.annotations.NullMarked;
