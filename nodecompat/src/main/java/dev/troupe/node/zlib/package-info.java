/**
 * Compression as Node's {@code zlib} has it, over the JDK's deflate and the native brotli and zstd libraries: bytes in,
 * bytes out, one step at a time. No engine and no threads.
 *
 * <p>Starting points: {@link dev.troupe.node.zlib.Codec} (one compressor or decompressor),
 * {@link dev.troupe.node.zlib.CodecHandle} (what a stream holds of it), {@link dev.troupe.node.zlib.OpenCodecs} (how
 * they all end).
 */
@NullMarked
package dev.troupe.node.zlib;

import org.jspecify.annotations.NullMarked;
