package dev.troupe.node.zlib;

import java.util.function.Supplier;

/** Ways to make a {@link Codec}; nothing native is taken before a codec is first used. Stateless, any thread. */
public final class Codecs {
    private Codecs() {}

    /** A compressor for {@link CodecHandle#of}. Level, window and strategy are zlib's numbers. */
    public static Supplier<Codec> deflate(Framing framing, int level, int windowBits, int strategy, byte[] dictionary) {
        return () -> new DeflateCodec(framing, level, windowBits, strategy, dictionary);
    }

    /** A decompressor; a window of 0 bits means the one that the data names. */
    public static Supplier<Codec> inflate(Framing framing, int windowBits, byte[] dictionary) {
        return () -> new InflateCodec(framing, windowBits, dictionary);
    }

    /** Throws {@link UnavailableCodecException} on first use where there is no library; so do the next three. */
    public static Supplier<Codec> brotliEncoder(int quality, int windowBits, int mode) {
        return () -> new BrotliEncoder(quality, windowBits, mode);
    }

    public static Supplier<Codec> brotliDecoder() {
        return BrotliDecoder::new;
    }

    public static Supplier<Codec> zstdEncoder(ZstdParameters parameters, byte[] dictionary) {
        return () -> {
            NativeLibraries.zstd(); // before a class that needs it is linked
            return new ZstdEncoder(parameters, dictionary);
        };
    }

    /** A decompressor that refuses windows larger than 2 to the power of {@code windowLog}; 0 means the default. */
    public static Supplier<Codec> zstdDecoder(int windowLog, byte[] dictionary) {
        return () -> {
            NativeLibraries.zstd();
            return new ZstdDecoder(windowLog, dictionary);
        };
    }
}
