package dev.troupe.node.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes to characters in chunks, one kind for each family of encodings. Owned by one {@link StreamDecoder}, not
 * thread-safe. It keeps at most one unfinished character.
 */
abstract class CharacterDecoder {
    private byte[] pending = {};

    static CharacterDecoder of(String name) {
        return switch (name) {
            case "utf-8" -> new Utf8Decoder();
            case "utf-16le" -> new Utf16Decoder(ByteOrder.LITTLE_ENDIAN);
            case "utf-16be" -> new Utf16Decoder(ByteOrder.BIG_ENDIAN);
            case "gb18030", "gbk" -> new Gb18030Decoder();
            case "x-user-defined" -> new UserDefinedDecoder();
            default ->
                SingleByte.table(name)
                        .<CharacterDecoder>map(SingleByteDecoder::new)
                        .orElseGet(() -> new LegacyDecoder(name));
        };
    }

    /** How many bytes at the end of {@code bytes} begin a character that the next chunk may finish. */
    abstract int unfinished(byte[] bytes);

    /** Decodes whole characters. */
    abstract String decode(byte[] bytes, boolean fatal) throws CharacterCodingException;

    final String decode(byte[] chunk, boolean more, boolean fatal) throws CharacterCodingException {
        byte[] bytes = chunk;
        if (pending.length > 0) {
            bytes = Arrays.copyOf(pending, pending.length + chunk.length);
            System.arraycopy(chunk, 0, bytes, pending.length, chunk.length);
        }
        int kept = more ? unfinished(bytes) : 0;
        pending = Arrays.copyOfRange(bytes, bytes.length - kept, bytes.length);
        return decode(kept == 0 ? bytes : Arrays.copyOf(bytes, bytes.length - kept), fatal);
    }

    final void reset() {
        pending = new byte[0];
    }

    private static final class Utf8Decoder extends CharacterDecoder {
        @Override
        int unfinished(byte[] bytes) {
            return Utf8.unfinished(bytes);
        }

        @Override
        String decode(byte[] bytes, boolean fatal) throws CharacterCodingException {
            if (fatal) {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            }
            return Utf8.decode(bytes);
        }
    }

    private static final class Utf16Decoder extends CharacterDecoder {
        private final ByteOrder order;

        Utf16Decoder(ByteOrder order) {
            this.order = order;
        }

        @Override
        int unfinished(byte[] bytes) {
            int odd = bytes.length & 1;
            int units = bytes.length - odd;
            if (units == 0) {
                return odd;
            }
            char last = ByteBuffer.wrap(bytes).order(order).getChar(units - 2);
            return Character.isHighSurrogate(last) ? odd + 2 : odd;
        }

        @Override
        String decode(byte[] bytes, boolean fatal) throws CharacterCodingException {
            int odd = bytes.length & 1;
            String raw = ByteBuffer.wrap(bytes, 0, bytes.length - odd)
                    .order(order)
                    .asCharBuffer()
                    .toString();
            boolean endsWithin = odd == 1 && !raw.isEmpty() && Character.isHighSurrogate(raw.charAt(raw.length() - 1));
            String text = Utf8.wellFormed(raw) + (odd == 1 && !endsWithin ? "\ufffd" : "");
            if (fatal && !text.equals(raw)) {
                throw new MalformedInputException(2);
            }
            return text;
        }
    }

    private static final class UserDefinedDecoder extends CharacterDecoder {
        @Override
        int unfinished(byte[] bytes) {
            return 0;
        }

        @Override
        String decode(byte[] bytes, boolean fatal) {
            StringBuilder text = new StringBuilder(bytes.length);
            for (byte b : bytes) {
                text.append((char) (b >= 0 ? b : 0xf700 + (b & 0xff)));
            }
            return text.toString();
        }
    }

    private static final class SingleByteDecoder extends CharacterDecoder {
        private final char[] upper;

        SingleByteDecoder(char[] upper) {
            this.upper = upper;
        }

        @Override
        int unfinished(byte[] bytes) {
            return 0;
        }

        @Override
        String decode(byte[] bytes, boolean fatal) throws CharacterCodingException {
            char[] text = new char[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                byte b = bytes[i];
                text[i] = b >= 0 ? (char) b : upper[b & 0x7f];
                if (fatal && text[i] == '\ufffd') {
                    throw new MalformedInputException(1);
                }
            }
            return new String(text);
        }
    }

    /** Over a Java charset; the decoder itself tells what is unfinished. */
    private static final class LegacyDecoder extends CharacterDecoder {
        private final CharsetDecoder decoder;

        LegacyDecoder(String name) {
            this.decoder = EncodingLabels.charset(name).newDecoder();
        }

        @Override
        int unfinished(byte[] bytes) {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            configure(false);
            CoderResult ignored = decoder.decode(in, CharBuffer.allocate(bytes.length * 2 + 2), false);
            return ignored.isUnderflow() ? in.remaining() : 0;
        }

        @Override
        String decode(byte[] bytes, boolean fatal) throws CharacterCodingException {
            configure(fatal);
            String text = decoder.decode(ByteBuffer.wrap(bytes)).toString();
            if (fatal && text.indexOf('\ufffd') >= 0) {
                throw new MalformedInputException(1);
            }
            return text;
        }

        private void configure(boolean fatal) {
            CodingErrorAction action = fatal ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
            decoder.reset().onMalformedInput(action).onUnmappableCharacter(action);
        }
    }
}
