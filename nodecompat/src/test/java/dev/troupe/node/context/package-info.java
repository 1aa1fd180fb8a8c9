/** Tests of what {@code start(ctx)} is given. */
@NullMarked
package dev.troupe.node.context;

import org.jspecify.annotations.NullMarked;
