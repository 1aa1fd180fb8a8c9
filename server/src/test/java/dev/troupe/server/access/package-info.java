/** Tables of tokens, times and paths. */
@NullMarked
package dev.troupe.server.access;

import org.jspecify.annotations.NullMarked;
