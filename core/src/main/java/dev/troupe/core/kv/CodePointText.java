package dev.troupe.core.kv;

import java.io.ByteArrayOutputStream;

/**
 * JavaScript strings as bytes in the order of their code points: UTF-8, and for lone surrogates, which UTF-8 refuses,
 * the three bytes that its scheme would give (https://simonsapin.github.io/wtf-8/). Every string comes back as it was.
 * Pure.
 */
final class CodePointText {

    private CodePointText() {}

    static byte[] encode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 8);
        text.codePoints().forEach(point -> write(point, out));
        return out.toByteArray();
    }

    private static void write(int point, ByteArrayOutputStream out) {
        if (point < 0x80) {
            out.write(point);
        } else if (point < 0x800) {
            out.write(0xC0 | point >> 6);
            out.write(0x80 | point & 0x3F);
        } else if (point < 0x10000) {
            out.write(0xE0 | point >> 12);
            out.write(0x80 | point >> 6 & 0x3F);
            out.write(0x80 | point & 0x3F);
        } else {
            out.write(0xF0 | point >> 18);
            out.write(0x80 | point >> 12 & 0x3F);
            out.write(0x80 | point >> 6 & 0x3F);
            out.write(0x80 | point & 0x3F);
        }
    }

    static String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            int lead = bytes[at++] & 0xFF;
            int following = lead < 0xC0 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
            int point = following == 0 ? lead : lead & (0x3F >> following);
            for (int more = 0; more < following; more++) {
                point = point << 6 | bytes[at++] & 0x3F;
            }
            text.appendCodePoint(point);
        }
        return text.toString();
    }
}
