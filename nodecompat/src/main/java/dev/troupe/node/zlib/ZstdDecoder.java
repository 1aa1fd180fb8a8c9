package dev.troupe.node.zlib;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;

/**
 * Decompresses one zstd frame (RFC 8878) with the native library. Owned by its handle, one thread at a time; closing
 * frees the native memory.
 */
final class ZstdDecoder implements Codec {
    private static final int FINISH = 2;

    private final int windowLog;
    private final byte[] dictionary;
    private final ZstdDecompressCtx context;
    private boolean begun;
    private boolean ended;

    ZstdDecoder(int windowLog, byte[] dictionary) {
        this.windowLog = windowLog;
        this.dictionary = dictionary;
        this.context = new ZstdDecompressCtx();
    }

    @Override
    public void run(int flush, ByteBuffer input, ByteBuffer output) throws CodecFailure {
        try {
            begin();
            while (output.hasRemaining() && !ended) {
                int before = input.position();
                int start = output.position();
                ended = context.decompressByteBufferStream(output, input);
                if (input.position() == before && output.position() == start) {
                    break;
                }
            }
        } catch (ZstdException failure) {
            throw ZstdFailures.of(failure);
        }
        if (!ended && output.hasRemaining() && flush == FINISH) {
            throw CodecFailure.truncated();
        }
    }

    private void begin() {
        if (!begun) {
            begun = true;
            if (windowLog > 0) {
                context.setLongMax(windowLog);
            }
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
