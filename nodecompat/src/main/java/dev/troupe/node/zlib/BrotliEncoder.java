package dev.troupe.node.zlib;

import com.aayushatharva.brotli4j.encoder.Encoder;
import com.aayushatharva.brotli4j.encoder.EncoderJNI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Compresses to brotli (RFC 7932) with the native library. Owned by its handle, one thread at a time; closing frees the
 * native memory.
 */
final class BrotliEncoder implements Codec {
    private static final int BLOCK = 16 * 1024;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final int quality;
    private final int windowBits;
    private final Encoder.Mode mode;
    private EncoderJNI.Wrapper encoder;
    /** Output in native memory, valid until the next native call. */
    private ByteBuffer ready = NOTHING;

    private EncoderJNI.Operation operation = EncoderJNI.Operation.PROCESS;
    private boolean unflushed;
    private boolean closed;

    BrotliEncoder(int quality, int windowBits, int mode) {
        this.quality = quality;
        this.windowBits = windowBits;
        this.mode = Encoder.Mode.values()[mode];
        encoder = open();
    }

    private EncoderJNI.Wrapper open() {
        NativeLibraries.brotli();
        try {
            return new EncoderJNI.Wrapper(BLOCK, quality, windowBits, mode);
        } catch (IOException failure) {
            throw new UncheckedIOException("The brotli library could not begin", failure);
        }
    }

    @Override
    public void run(int flush, ByteBuffer input, ByteBuffer output) throws CodecFailure {
        EncoderJNI.Operation asked = operation(flush);
        while (true) {
            Transfers.move(ready, output);
            if (!output.hasRemaining()) {
                return;
            }
            if (encoder.hasMoreOutput()) {
                ready = encoder.pull();
            } else if (encoder.hasRemainingInput()) {
                push(operation, 0);
            } else if (input.hasRemaining()) {
                feed(asked, input);
            } else if (owes(asked)) {
                push(asked, 0);
            } else {
                return;
            }
        }
    }

    private void feed(EncoderJNI.Operation asked, ByteBuffer input) throws CodecFailure {
        if (encoder.isFinished()) {
            throw failed();
        }
        ByteBuffer target = encoder.getInputBuffer();
        target.clear();
        int length = Transfers.move(input, target);
        unflushed = true;
        push(input.hasRemaining() ? EncoderJNI.Operation.PROCESS : asked, length);
    }

    private boolean owes(EncoderJNI.Operation asked) {
        return switch (asked) {
            case PROCESS -> false;
            case FLUSH -> unflushed;
            case FINISH -> !encoder.isFinished();
        };
    }

    private void push(EncoderJNI.Operation next, int length) throws CodecFailure {
        operation = next;
        if (next != EncoderJNI.Operation.PROCESS) {
            unflushed = false;
        }
        encoder.push(next, length);
        if (!encoder.isSuccess()) {
            throw failed();
        }
    }

    private static CodecFailure failed() {
        return new CodecFailure("ERR_BROTLI_COMPRESSION_FAILED", -2, "Compression failed");
    }

    private static EncoderJNI.Operation operation(int flush) throws CodecFailure {
        return switch (flush) {
            case 0 -> EncoderJNI.Operation.PROCESS;
            case 1 -> EncoderJNI.Operation.FLUSH;
            case 2 -> EncoderJNI.Operation.FINISH;
            default -> throw failed(); // metadata blocks: the library's Java side has no call for them
        };
    }

    @Override
    public void reset() {
        encoder.destroy();
        ready = NOTHING;
        operation = EncoderJNI.Operation.PROCESS;
        unflushed = false;
        encoder = open();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            ready = NOTHING;
            encoder.destroy();
        }
    }
}
