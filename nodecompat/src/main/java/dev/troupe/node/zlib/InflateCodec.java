package dev.troupe.node.zlib;

import java.nio.ByteBuffer;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses with the JDK's {@link Inflater}; headers, trailers and checksums are read here, so that a failure has
 * zlib's words. Owned by its handle, one thread at a time; closing frees the native memory.
 *
 * <p>A gzip file may have several members; zeros after the last one are padding.
 */
final class InflateCodec implements Codec {
    private enum Part {
        HEADER,
        BODY,
        TRAILER,
        END
    }

    private final Framing asked;
    private final int windowBits;
    private final byte[] dictionary;
    private final Inflater inflater = new Inflater(true);
    private Framing framing;
    private InflateHeader header;
    private Checksum checksum = new CRC32();
    private Part part = Part.HEADER;
    private long trailer;
    private int trailerLength;
    private long total;

    InflateCodec(Framing framing, int windowBits, byte[] dictionary) {
        this.asked = framing;
        this.windowBits = windowBits;
        this.dictionary = dictionary;
        this.framing = framing;
        this.header = new InflateHeader(framing, windowBits);
        begin(framing);
    }

    private void begin(Framing expected) {
        inflater.reset();
        framing = expected;
        header = new InflateHeader(expected, windowBits);
        part = Part.HEADER;
        trailer = 0;
        trailerLength = 0;
        total = 0;
        if (expected == Framing.RAW) {
            part = Part.BODY;
            if (dictionary.length > 0) {
                inflater.setDictionary(dictionary);
            }
        }
    }

    @Override
    public void run(int flush, ByteBuffer input, ByteBuffer output) throws CodecFailure {
        while (output.hasRemaining()) {
            boolean moved =
                    switch (part) {
                        case HEADER -> header(input);
                        case BODY -> body(input, output);
                        case TRAILER -> trailer(input);
                        case END -> nextMember(input);
                    };
            if (!moved) {
                if (part != Part.END && flush == DeflateCodec.FINISH && output.hasRemaining()) {
                    throw CodecFailure.truncated();
                }
                return;
            }
        }
    }

    private boolean header(ByteBuffer input) throws CodecFailure {
        while (input.hasRemaining()) {
            header.read(input.get() & 0xff);
            if (header.done()) {
                framing = header.gzip() ? Framing.GZIP : Framing.ZLIB;
                checksum = header.gzip() ? new CRC32() : new Adler32();
                if (header.dictionary() >= 0) {
                    useDictionary();
                }
                part = Part.BODY;
                return true;
            }
        }
        return false;
    }

    private void useDictionary() throws CodecFailure {
        if (dictionary.length == 0) {
            throw new CodecFailure("Z_NEED_DICT", 2, "Missing dictionary");
        }
        Adler32 id = new Adler32();
        id.update(dictionary);
        if (id.getValue() != header.dictionary()) {
            throw new CodecFailure("Z_NEED_DICT", 2, "Bad dictionary");
        }
        inflater.setDictionary(dictionary);
    }

    private boolean body(ByteBuffer input, ByteBuffer output) throws CodecFailure {
        int start = output.position();
        int before = input.position();
        inflater.setInput(input);
        try {
            inflater.inflate(output);
        } catch (DataFormatException malformed) {
            String reason = malformed.getMessage();
            throw CodecFailure.malformed(reason == null ? "Zlib error" : reason);
        }
        int count = output.position() - start;
        total += count;
        if (framing != Framing.RAW) {
            checksum.update(output.array(), output.arrayOffset() + start, count);
        }
        if (inflater.finished()) {
            part = framing == Framing.RAW ? Part.END : Part.TRAILER;
            return true;
        }
        return count > 0 || input.position() > before;
    }

    private boolean trailer(ByteBuffer input) throws CodecFailure {
        while (input.hasRemaining()) {
            long b = input.get() & 0xff;
            if (framing == Framing.ZLIB) {
                trailer = trailer << 8 | b;
                if (++trailerLength == 4) {
                    return end(trailer, -1);
                }
            } else {
                trailer |= b << 8 * trailerLength;
                if (++trailerLength == 8) {
                    return end(trailer & 0xffffffffL, trailer >>> 32);
                }
            }
        }
        return false;
    }

    private boolean end(long check, long length) throws CodecFailure {
        if (check != checksum.getValue()) {
            throw CodecFailure.malformed("incorrect data check");
        }
        if (length >= 0 && length != (total & 0xffffffffL)) {
            throw CodecFailure.malformed("incorrect length check");
        }
        part = Part.END;
        return true;
    }

    private boolean nextMember(ByteBuffer input) {
        if (framing != Framing.GZIP || !input.hasRemaining() || input.get(input.position()) == 0) {
            return false;
        }
        begin(Framing.GZIP);
        return true;
    }

    @Override
    public void reset() {
        begin(asked);
    }

    @Override
    public void close() {
        inflater.end();
    }
}
