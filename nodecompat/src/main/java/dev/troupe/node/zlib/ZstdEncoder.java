package dev.troupe.node.zlib;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;

/**
 * Compresses to zstd (RFC 8878) with the native library. Owned by its handle, one thread at a time; closing frees the
 * native memory.
 */
final class ZstdEncoder implements Codec {
    private final ZstdParameters parameters;
    private final byte[] dictionary;
    private final ZstdCompressCtx context;
    private boolean begun;
    private boolean ended;

    ZstdEncoder(ZstdParameters parameters, byte[] dictionary) {
        this.parameters = parameters;
        this.dictionary = dictionary;
        this.context = new ZstdCompressCtx();
    }

    @Override
    public void run(int flush, ByteBuffer input, ByteBuffer output) throws CodecFailure {
        EndDirective directive = EndDirective.values()[flush];
        try {
            begin();
            while (output.hasRemaining() && !ended) {
                boolean settled = context.compressByteBufferStream(output, input, directive);
                if (settled && directive == EndDirective.END && !input.hasRemaining()) {
                    ended = true;
                }
                if (!input.hasRemaining() && (settled || directive == EndDirective.CONTINUE)) {
                    return;
                }
            }
        } catch (ZstdException failure) {
            throw ZstdFailures.of(failure);
        }
        if (ended && input.hasRemaining()) {
            throw CodecFailure.wrongState();
        }
    }

    private void begin() throws CodecFailure {
        if (!begun) {
            begun = true;
            parameters.apply(context);
            if (dictionary.length > 0) {
                context.loadDict(dictionary);
            }
        }
    }

    @Override
    public void reset() {
        context.reset();
        begun = false;
        ended = false;
    }

    @Override
    public void close() {
        context.close();
    }
}
