package dev.troupe.node.zlib;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A codec with the input that is being worked on. The stream's loop begins and closes, any one thread makes the steps,
 * one at a time; closing while a step runs takes effect after it, because native code must not lose its memory.
 */
public final class OpenCodec {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final OpenCodecs all;
    private final Supplier<Codec> maker;
    private @Nullable Codec codec;
    private ByteBuffer input = NOTHING;
    private int flush;
    private boolean busy;
    private boolean closed;

    OpenCodec(OpenCodecs all, Supplier<Codec> maker) {
        this.all = all;
        this.maker = maker;
    }

    /** What one step gave. A value. */
    public record Step(ByteBuffer output, int inputLeft, boolean full) {}

    /** Takes what shall be worked on; {@link #claim} and {@link #step} do it. */
    public synchronized void begin(byte[] bytes, int flushKind) {
        free();
        input = ByteBuffer.wrap(bytes);
        flush = flushKind;
    }

    /** Claims the codec for one step; false if it is closed. */
    public synchronized boolean claim() {
        free();
        busy = !closed;
        return busy;
    }

    /** Gives a claim back without a step. */
    public synchronized void release() {
        busy = false;
        if (closed) {
            end();
        }
    }

    /** Works until {@code size} bytes are there or nothing is left to do, and gives the claim back. */
    public Step step(int size) throws CodecFailure {
        try {
            ByteBuffer output = ByteBuffer.allocate(size);
            codec().run(flush, input, output);
            boolean full = !output.hasRemaining();
            return new Step(output.flip(), input.remaining(), full);
        } finally {
            release();
        }
    }

    /** Changes a deflate stream's level and strategy. */
    public synchronized void parameters(int level, int strategy) {
        free();
        if (!closed && codec() instanceof DeflateCodec deflate) {
            deflate.parameters(level, strategy);
        }
    }

    public synchronized void reset() {
        free();
        input = NOTHING;
        if (!closed && codec != null) {
            codec.reset();
        }
    }

    /** Idempotent; any thread. */
    public synchronized void close() {
        closed = true;
        if (!busy) {
            end();
        }
    }

    private synchronized Codec codec() {
        Codec made = codec;
        if (made == null) {
            all.opening(this);
            try {
                made = maker.get();
            } catch (RuntimeException | LinkageError failure) {
                all.closed(this);
                throw failure;
            }
            codec = made;
        }
        return made;
    }

    private void end() {
        if (codec != null) {
            codec.close();
            codec = null;
            input = NOTHING;
            all.closed(this);
        }
    }

    private void free() {
        if (busy) {
            throw new IllegalStateException("A step is under way");
        }
    }
}
