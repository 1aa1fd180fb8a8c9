package dev.troupe.node.zlib;

/**
 * What a program's stream holds of its codec. On the stream's loop; once it is garbage, {@link OpenCodecs} closes what
 * is behind it.
 */
public final class CodecHandle {
    private final OpenCodec codec;

    CodecHandle(OpenCodec codec) {
        this.codec = codec;
    }

    public OpenCodec codec() {
        return codec;
    }
}
