package dev.troupe.node.zlib;

import java.nio.ByteBuffer;

/**
 * One compressor or decompressor. Owned by a {@link CodecHandle}, which lets one thread in at a time. It holds native
 * memory until {@link #close}.
 */
public interface Codec extends AutoCloseable {

    /**
     * Reads {@code input} and writes {@code output}. Where room is left in {@code output} afterwards, all is done that
     * {@code flush} asks for; where none is left, the same call with more room goes on. Input that is left beside room
     * lies behind the end of the compressed stream.
     *
     * @param flush what shall be written out: the numbers of the codec's family in Node's {@code zlib.constants}
     * @throws CodecFailure if the input is not what it should be; the codec is of no further use
     */
    void run(int flush, ByteBuffer input, ByteBuffer output) throws CodecFailure;

    /** Begins anew, with the same parameters. */
    void reset();

    /** Frees the native memory. Idempotent. */
    @Override
    void close();
}
