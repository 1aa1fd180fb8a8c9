package dev.troupe.core.file;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Paths as text, whatever locale the JVM was started in. A name on disk is bytes; those that are not UTF-8 stand as the
 * lone surrogates U+DC80 to U+DCFF (Python's surrogateescape, PEP 383), so that every name has a text and every text
 * one name. Pure; any thread.
 */
public final class PathText {
    private static final char ESCAPE = '\udc00';

    private PathText() {}

    /**
     * The path that {@code text} names.
     *
     * @throws FileFailure if it is relative or holds a NUL
     */
    public static Path parse(String text) throws FileFailure {
        if (text.isEmpty()) { // as the system says to an empty name
            throw new FileFailure(Errno.ENOENT);
        }
        if (!text.startsWith("/") || text.indexOf('\0') >= 0) {
            throw new FileFailure(Errno.EINVAL);
        }
        try {
            // a file URI carries bytes past the JVM's own charset for names, which under LANG=C knows ASCII only
            return isAscii(text) ? Path.of(text) : Path.of(URI.create("file://" + percentEncoded(bytes(text))));
        } catch (IllegalArgumentException unspeakable) {
            throw new FileFailure(Errno.ENOENT, unspeakable);
        }
    }

    /** The text of a path. */
    public static String of(Path path) {
        String plain = path.toString();
        if (isAscii(plain)) {
            return plain;
        }
        if (path.isAbsolute()) {
            return text(rawBytes(path));
        }
        String absolute = text(rawBytes(Path.of("/").resolve(path)));
        return absolute.substring(1);
    }

    /** The bytes that {@code text} stands for. */
    public static byte[] bytes(String text) {
        if (!hasEscapes(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (point >= 0xdc80 && point <= 0xdcff) {
                out.write(point - ESCAPE);
            } else {
                out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return out.toByteArray();
    }

    /** The text that stands for {@code bytes}. */
    public static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return escaped(bytes);
        }
    }

    private static String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (int at = 0; at < bytes.length; ) {
            int length = sequenceLength(bytes, at);
            if (length == 0) {
                text.append((char) (ESCAPE + (bytes[at] & 0xff)));
                at++;
            } else {
                text.append(new String(bytes, at, length, StandardCharsets.UTF_8));
                at += length;
            }
        }
        return text.toString();
    }

    /** How many bytes at {@code at} are one character; 0 if they are none. */
    private static int sequenceLength(byte[] bytes, int at) {
        int lead = bytes[at] & 0xff;
        int length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        if (at + length > bytes.length) {
            return 0;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length));
            return length;
        } catch (CharacterCodingException malformed) {
            return 0;
        }
    }

    private static byte[] rawBytes(Path absolute) {
        String raw = absolute.toUri().getRawPath();
        int end = raw.length() > 1 && raw.endsWith("/") ? raw.length() - 1 : raw.length();
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream(end);
        for (int at = 0; at < end; at++) {
            char c = raw.charAt(at);
            if (c == '%') {
                out.write(Integer.parseInt(raw, at + 1, at + 3, 16));
                at += 2;
            } else {
                out.write(c);
            }
        }
        return out.toByteArray();
    }

    private static String percentEncoded(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length * 2);
        for (byte one : bytes) {
            int value = one & 0xff;
            if (value == '/' || (value < 0x80 && Character.isLetterOrDigit(value))) {
                text.append((char) value);
            } else {
                text.append('%').append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 15, 16));
            }
        }
        return text.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasEscapes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\udc80' && c <= '\udcff' && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) {
                return true;
            }
        }
        return false;
    }
}
