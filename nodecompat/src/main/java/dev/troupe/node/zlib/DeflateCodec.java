package dev.troupe.node.zlib;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;
import java.util.zip.Deflater;

/**
 * Compresses with the JDK's {@link Deflater}, which does raw deflate only: headers, trailers and checksums are written
 * here. Owned by its handle, one thread at a time; closing frees the native memory.
 *
 * <p>The JDK always works with a window of 32 KiB. For a smaller one the compressor forgets what came before at the
 * latest after so many bytes (a full flush), so that no reference can reach further back than the window asked for.
 */
final class DeflateCodec implements Codec {
    static final int NO_FLUSH = 0;
    static final int FULL_FLUSH = 3;
    static final int FINISH = 4;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int LARGEST_WINDOW = 15;

    private final Framing framing;
    private final int windowBits;
    private final byte[] dictionary;
    private final Deflater deflater;
    private final Checksum checksum;
    private final Pending pending = new Pending();
    private int level;
    private int strategy;
    private boolean begun;
    private boolean ended;
    private long total;
    /** Bytes that may still be compressed before the window would be too small. */
    private long room;

    DeflateCodec(Framing framing, int level, int windowBits, int strategy, byte[] dictionary) {
        this.framing = framing;
        this.level = level;
        this.windowBits = windowBits;
        this.strategy = strategy;
        this.dictionary = dictionary;
        this.deflater = new Deflater(level, true);
        this.checksum = framing == Framing.ZLIB ? new Adler32() : new CRC32();
        deflater.setStrategy(jdkStrategy(strategy));
    }

    /** Run-length and fixed-code strategies are hints about speed and size; the JDK knows the other three. */
    private static int jdkStrategy(int strategy) {
        return switch (strategy) {
            case 1 -> Deflater.FILTERED;
            case 2 -> Deflater.HUFFMAN_ONLY;
            default -> Deflater.DEFAULT_STRATEGY;
        };
    }

    private static int jdkFlush(int flush) {
        return switch (flush) {
            case NO_FLUSH, FINISH -> Deflater.NO_FLUSH;
            case FULL_FLUSH -> Deflater.FULL_FLUSH;
            default -> Deflater.SYNC_FLUSH;
        };
    }

    @Override
    public void run(int flush, ByteBuffer input, ByteBuffer output) throws CodecFailure {
        if (!begun) {
            begin();
        }
        while (true) {
            pending.drainTo(output);
            if (!output.hasRemaining()) {
                return;
            }
            if (ended) {
                if (input.hasRemaining()) {
                    throw CodecFailure.wrongState();
                }
                return;
            }
            boolean cut = input.remaining() > room;
            compress(cut ? FULL_FLUSH : flush, input, output);
            if (deflater.finished()) {
                end();
            } else if (cut && output.hasRemaining()) {
                room = window();
            } else if (!cut) {
                return;
            }
        }
    }

    private void compress(int flush, ByteBuffer input, ByteBuffer output) {
        int limit = input.limit();
        int start = input.position();
        input.limit((int) Math.min(limit, start + room));
        deflater.setInput(input);
        if (flush == FINISH) {
            deflater.finish();
        }
        deflater.deflate(output, jdkFlush(flush));
        int used = input.position() - start;
        if (framing != Framing.RAW) {
            checksum.update(input.array(), input.arrayOffset() + start, used);
        }
        total += used;
        room -= windowBits == LARGEST_WINDOW ? 0 : used;
        input.limit(limit);
    }

    private long window() {
        return windowBits == LARGEST_WINDOW ? Integer.MAX_VALUE : 1L << windowBits;
    }

    private void begin() {
        begun = true;
        room = window();
        if (framing == Framing.GZIP) {
            int extra = level == 9 ? 2 : level == 1 || level == 0 || strategy >= 2 ? 4 : 0;
            pending.add(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, extra, 3);
            return;
        }
        if (framing == Framing.ZLIB) {
            zlibHeader();
        }
        if (dictionary.length > 0) {
            byte[] nearest = dictionary;
            if (windowBits != LARGEST_WINDOW) {
                int length = (int) Math.min(dictionary.length, room / 2);
                nearest = Arrays.copyOfRange(dictionary, dictionary.length - length, dictionary.length);
                room -= length;
            }
            deflater.setDictionary(nearest);
        }
    }

    /** RFC 1950 §2.2. */
    private void zlibHeader() {
        int speed = strategy >= 2 ? 0 : level < 0 || level == 6 ? 2 : level < 2 ? 0 : level < 6 ? 1 : 3;
        int header = (windowBits - 8) << 12 | 8 << 8 | speed << 6 | (dictionary.length > 0 ? 0x20 : 0);
        header += 31 - header % 31;
        pending.add(header >>> 8, header);
        if (dictionary.length > 0) {
            Adler32 id = new Adler32();
            id.update(dictionary);
            pending.bigEndian(id.getValue());
        }
    }

    private void end() {
        ended = true;
        if (framing == Framing.ZLIB) {
            pending.bigEndian(checksum.getValue());
        } else if (framing == Framing.GZIP) {
            pending.littleEndian(checksum.getValue());
            pending.littleEndian(total);
        }
    }

    /** Changes level and strategy for what is written from now on. */
    void parameters(int newLevel, int newStrategy) {
        level = newLevel;
        strategy = newStrategy;
        deflater.setLevel(newLevel);
        deflater.setStrategy(jdkStrategy(newStrategy));
        if (begun && !ended) {
            settleParameters();
        }
    }

    /** The JDK applies them on the next call: without input, so that nothing new falls under the old ones. */
    private void settleParameters() {
        byte[] block = new byte[512];
        deflater.setInput(NOTHING);
        int count;
        do {
            count = deflater.deflate(block, 0, block.length, Deflater.NO_FLUSH);
            pending.add(block, count);
        } while (count == block.length);
    }

    @Override
    public void reset() {
        deflater.reset();
        checksum.reset();
        pending.clear();
        begun = false;
        ended = false;
        total = 0;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
