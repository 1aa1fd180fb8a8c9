package dev.troupe.node.bytes;

import java.nio.charset.StandardCharsets;

/**
 * The encodings of Node's {@code Buffer}, in the order of the numbers by which the JS side names them
 * (nodejs.org/api/buffer.html#buffers-and-character-encodings). Stateless constants, any thread. They decode and encode
 * leniently, as Node does: what is malformed is replaced, skipped or ends the input, and never fails.
 */
public enum TextEncoding {
    UTF8 {
        @Override
        public String decode(byte[] bytes) {
            return Utf8.decode(bytes);
        }

        @Override
        public byte[] encode(String text) {
            return Utf8.encode(text);
        }

        @Override
        public int byteLength(String text) {
            return Utf8.byteLength(text);
        }

        @Override
        public byte[] encode(String text, int maxBytes) {
            return Utf8.encode(text, maxBytes);
        }
    },
    UTF16LE {
        @Override
        public String decode(byte[] bytes) {
            return Utf16Le.decode(bytes, bytes.length & ~1);
        }

        @Override
        public byte[] encode(String text) {
            return Utf16Le.encode(text);
        }

        @Override
        public int byteLength(String text) {
            return Math.multiplyExact(text.length(), 2);
        }

        @Override
        public byte[] encode(String text, int maxBytes) {
            return Utf16Le.encode(prefix(text, maxBytes / 2));
        }
    },
    LATIN1 {
        @Override
        public String decode(byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }

        @Override
        public byte[] encode(String text) {
            return lowBytes(text);
        }

        @Override
        public int byteLength(String text) {
            return text.length();
        }

        @Override
        public byte[] encode(String text, int maxBytes) {
            return lowBytes(prefix(text, maxBytes));
        }
    },
    ASCII {
        @Override
        public String decode(byte[] bytes) {
            byte[] stripped = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                stripped[i] = (byte) (bytes[i] & 0x7f);
            }
            return new String(stripped, StandardCharsets.ISO_8859_1);
        }

        @Override
        public byte[] encode(String text) {
            return lowBytes(text);
        }

        @Override
        public int byteLength(String text) {
            return text.length();
        }

        @Override
        public byte[] encode(String text, int maxBytes) {
            return lowBytes(prefix(text, maxBytes));
        }
    },
    BASE64 {
        @Override
        public String decode(byte[] bytes) {
            return java.util.Base64.getEncoder().encodeToString(bytes);
        }

        @Override
        public byte[] encode(String text) {
            return LenientBase64.decode(text);
        }

        @Override
        public int byteLength(String text) {
            return LenientBase64.decodedLengthBound(text);
        }
    },
    BASE64URL {
        @Override
        public String decode(byte[] bytes) {
            return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        @Override
        public byte[] encode(String text) {
            return LenientBase64.decode(text);
        }

        @Override
        public int byteLength(String text) {
            return LenientBase64.decodedLengthBound(text);
        }
    },
    HEX {
        @Override
        public String decode(byte[] bytes) {
            return Hex.format(bytes);
        }

        @Override
        public byte[] encode(String text) {
            return Hex.parse(text);
        }

        @Override
        public int byteLength(String text) {
            return text.length() >>> 1;
        }

        @Override
        public byte[] encode(String text, int maxBytes) {
            return Hex.parse(prefix(text, (int) Math.min(Integer.MAX_VALUE, maxBytes * 2L)));
        }
    };

    private static final TextEncoding[] BY_NUMBER = values();

    /** The encoding with the JS side's number; an unknown number is refused. */
    public static TextEncoding of(int number) {
        return BY_NUMBER[number];
    }

    /** Bytes to text. */
    public abstract String decode(byte[] bytes);

    /** Text to bytes. */
    public abstract byte[] encode(String text);

    /** The length that {@code Buffer.byteLength} answers; for base64 an upper bound, as in Node. */
    public abstract int byteLength(String text);

    /** Text to at most {@code maxBytes} bytes, never ending within a character. */
    public byte[] encode(String text, int maxBytes) {
        byte[] bytes = encode(text);
        return bytes.length <= maxBytes ? bytes : java.util.Arrays.copyOf(bytes, maxBytes);
    }

    /** The length of {@link #decode}'s result for {@code length} bytes, or more: to refuse it before it is made. */
    public long decodedLengthBound(long length) {
        return switch (this) {
            case HEX -> length * 2;
            case BASE64, BASE64URL -> (length + 2) / 3 * 4;
            case UTF16LE -> length / 2;
            default -> length;
        };
    }

    private static String prefix(String text, int maxChars) {
        return text.length() <= maxChars ? text : text.substring(0, maxChars);
    }

    @SuppressWarnings("deprecation") // this method alone takes the low byte of each char, as Node's latin1 does
    private static byte[] lowBytes(String text) {
        byte[] bytes = new byte[text.length()];
        text.getBytes(0, text.length(), bytes, 0);
        return bytes;
    }
}
