package dev.troupe.node.zlib;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * All codecs of one actor. Made with the actor's first stream, any thread. What a program forgets to close is closed
 * once its handle is garbage, at the next stream; everything else with the actor's scope.
 */
public final class OpenCodecs implements AutoCloseable {
    /** Codecs that may hold native memory at once: a deflater takes 256 KiB, so many are a quarter of a gigabyte. */
    static final int BOUND = 1024;

    private final ReferenceQueue<CodecHandle> garbage = new ReferenceQueue<>();
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final Set<OpenCodec> open = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    /** A handle whose codec is made on first use. */
    public CodecHandle handle(Supplier<Codec> maker) {
        sweep();
        OpenCodec codec = new OpenCodec(this, maker);
        CodecHandle handle = new CodecHandle(codec);
        watches.add(new Watch(handle, codec, garbage));
        return handle;
    }

    private void sweep() {
        for (Reference<?> next = garbage.poll(); next != null; next = garbage.poll()) {
            if (next instanceof Watch watch) {
                watches.remove(watch);
                watch.codec.close();
            }
        }
    }

    /** Counts a codec that is about to take native memory. */
    void opening(OpenCodec codec) {
        if (open.size() >= BOUND) {
            throw new TooManyCodecsException(BOUND);
        }
        open.add(codec);
        if (ended) {
            open.remove(codec);
            throw new IllegalStateException("The actor has ended");
        }
    }

    void closed(OpenCodec codec) {
        open.remove(codec);
    }

    /** Closes all; a step that runs now frees its codec when it is through. */
    @Override
    public void close() {
        ended = true;
        open.forEach(OpenCodec::close);
        watches.clear();
    }

    /** Tells that a handle is garbage, and which codec was behind it. */
    private static final class Watch extends PhantomReference<CodecHandle> {
        private final OpenCodec codec;

        Watch(CodecHandle handle, OpenCodec codec, ReferenceQueue<CodecHandle> garbage) {
            super(handle, garbage);
            this.codec = codec;
        }
    }
}
