/** Tests of {@code node:vm} that Node's own do not have. */
@NullMarked
package dev.troupe.node.vm;

import org.jspecify.annotations.NullMarked;
