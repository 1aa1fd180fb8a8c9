/** Tests of streams that Node's own tests do not reach: standard input, and the two kinds of streams together. */
@NullMarked
package dev.troupe.node.streams;

import org.jspecify.annotations.NullMarked;
