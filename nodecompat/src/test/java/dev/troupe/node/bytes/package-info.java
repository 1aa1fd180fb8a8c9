/** The codecs, by tables. Starting point: {@link dev.troupe.node.bytes.DecodersTest}. */
@NullMarked
package dev.troupe.node.bytes;

import org.jspecify.annotations.NullMarked;
