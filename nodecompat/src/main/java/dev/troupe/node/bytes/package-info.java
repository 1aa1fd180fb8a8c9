/**
 * Text and byte codecs with Node's leniency: pure functions over Java strings and byte arrays, no JS engine.
 *
 * <p>Starting points: {@link dev.troupe.node.bytes.TextEncoding}, {@link dev.troupe.node.bytes.ByteSearch},
 * {@link dev.troupe.node.bytes.StreamDecoder}.
 */
@NullMarked
package dev.troupe.node.bytes;

import org.jspecify.annotations.NullMarked;
