package dev.troupe.node.zlib;

import com.aayushatharva.brotli4j.decoder.DecoderJNI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Decompresses brotli (RFC 7932) with the native library. Owned by its handle, one thread at a time; closing frees the
 * native memory.
 *
 * <p>The library does not say how much of its last block of input it used: what follows the end within that block
 * counts as used.
 */
final class BrotliDecoder implements Codec {
    private static final int BLOCK = 16 * 1024;
    private static final int FINISH = 2;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private DecoderJNI.Wrapper decoder = open();
    /** Output in native memory, valid until the next native call. */
    private ByteBuffer ready = NOTHING;

    private boolean closed;

    private static DecoderJNI.Wrapper open() {
        NativeLibraries.brotli();
        try {
            return new DecoderJNI.Wrapper(BLOCK);
        } catch (IOException failure) {
            throw new UncheckedIOException("The brotli library could not begin", failure);
        }
    }

    @Override
    public void run(int flush, ByteBuffer input, ByteBuffer output) throws CodecFailure {
        while (true) {
            Transfers.move(ready, output);
            if (!output.hasRemaining()) {
                return;
            }
            if (decoder.hasOutput()) {
                ready = decoder.pull();
                continue;
            }
            switch (decoder.getStatus()) {
                case DONE -> {
                    return;
                }
                case OK -> decoder.push(0);
                case NEEDS_MORE_OUTPUT -> ready = decoder.pull();
                case NEEDS_MORE_INPUT -> {
                    if (!input.hasRemaining()) {
                        if (flush == FINISH) {
                            throw CodecFailure.truncated();
                        }
                        return;
                    }
                    ByteBuffer target = decoder.getInputBuffer();
                    target.clear();
                    decoder.push(Transfers.move(input, target));
                }
                case ERROR -> throw new CodecFailure("ERR_BROTLI_DECOMPRESSION_FAILED", -1, "Decompression failed");
            }
        }
    }

    @Override
    public void reset() {
        decoder.destroy();
        ready = NOTHING;
        decoder = open();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            ready = NOTHING;
            decoder.destroy();
        }
    }
}
