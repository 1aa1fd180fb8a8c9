package dev.troupe.node.zlib;

import java.util.zip.CRC32;

/**
 * Reads what stands before deflated data, byte by byte (RFC 1950 §2.2, RFC 1952 §2.3). Owned by one
 * {@link InflateCodec}; a new one for each member of a gzip file.
 */
final class InflateHeader {
    private static final int CHECKED = 0x02;
    private static final int EXTRA = 0x04;
    private static final int NAME = 0x08;
    private static final int COMMENT = 0x10;
    private static final int RESERVED = 0xe0;
    private static final int DICTIONARY = 0x20;

    private final Framing framing;
    private final int windowBits;
    private final CRC32 crc = new CRC32();
    private int position;
    private int first;
    private boolean gzip;
    private int flags;
    private long number;
    private int left;

    private enum Part {
        FIXED,
        DICTIONARY_ID,
        EXTRA_LENGTH,
        EXTRA_BYTES,
        NAME_TEXT,
        COMMENT_TEXT,
        CHECK,
        DONE
    }

    private Part part = Part.FIXED;

    InflateHeader(Framing framing, int windowBits) {
        this.framing = framing;
        this.windowBits = windowBits;
    }

    /** Is it a gzip member? Known once two bytes were read. */
    boolean gzip() {
        return gzip;
    }

    boolean done() {
        return part == Part.DONE;
    }

    /** The Adler-32 of the dictionary that is wanted, or -1. */
    long dictionary() {
        return !gzip && (flags & DICTIONARY) != 0 ? number : -1;
    }

    void read(int b) throws CodecFailure {
        if (gzip && part != Part.CHECK) {
            crc.update(b);
        }
        switch (part) {
            case FIXED -> fixed(b);
            case DICTIONARY_ID -> {
                number = number << 8 | b;
                countDown(Part.DONE);
            }
            case EXTRA_LENGTH -> {
                number |= (long) b << (2 - left) * 8;
                if (--left == 0) {
                    left = (int) number;
                    part = left == 0 ? afterExtra() : Part.EXTRA_BYTES;
                    settle();
                }
            }
            case EXTRA_BYTES -> countDown(afterExtra());
            case NAME_TEXT -> endText(b, afterName());
            case COMMENT_TEXT -> endText(b, afterComment());
            case CHECK -> check(b);
            case DONE -> throw new IllegalStateException("the header is over");
        }
    }

    private void fixed(int b) throws CodecFailure {
        switch (position++) {
            case 0 -> first = b;
            case 1 -> {
                gzip = framing != Framing.ZLIB && first == 0x1f && b == 0x8b;
                if (gzip) {
                    crc.update(first);
                    crc.update(b);
                } else {
                    zlib(b);
                }
            }
            case 2 -> {
                if (b != 8) {
                    throw CodecFailure.malformed("unknown compression method");
                }
            }
            case 3 -> {
                flags = b;
                if ((flags & RESERVED) != 0) {
                    throw CodecFailure.malformed("unknown header flags set");
                }
            }
            case 9 -> {
                part = (flags & EXTRA) != 0 ? Part.EXTRA_LENGTH : afterExtra();
                left = part == Part.EXTRA_LENGTH ? 2 : left;
                settle();
            }
            default -> {} // time, extra flags and system say nothing about the data
        }
    }

    private void zlib(int b) throws CodecFailure {
        if (framing == Framing.GZIP || (first << 8 | b) % 31 != 0) {
            throw CodecFailure.malformed("incorrect header check");
        }
        if ((first & 0x0f) != 8) {
            throw CodecFailure.malformed("unknown compression method");
        }
        int bits = (first >>> 4) + 8;
        if (bits > (windowBits == 0 ? 15 : windowBits)) {
            throw CodecFailure.malformed("invalid window size");
        }
        flags = b;
        left = 4;
        part = (flags & DICTIONARY) != 0 ? Part.DICTIONARY_ID : Part.DONE;
    }

    private void check(int b) throws CodecFailure {
        number |= (long) b << (2 - left) * 8;
        if (--left == 0) {
            part = Part.DONE;
            if (number != (crc.getValue() & 0xffff)) {
                throw CodecFailure.malformed("header crc mismatch");
            }
        }
    }

    private void countDown(Part next) {
        if (--left == 0) {
            part = next;
            settle();
        }
    }

    private void endText(int b, Part next) {
        if (b == 0) {
            part = next;
            settle();
        }
    }

    private void settle() {
        if (part == Part.CHECK) {
            number = 0;
            left = 2;
        }
    }

    private Part afterExtra() {
        return (flags & NAME) != 0 ? Part.NAME_TEXT : afterName();
    }

    private Part afterName() {
        return (flags & COMMENT) != 0 ? Part.COMMENT_TEXT : afterComment();
    }

    private Part afterComment() {
        return (flags & CHECKED) != 0 ? Part.CHECK : Part.DONE;
    }
}
