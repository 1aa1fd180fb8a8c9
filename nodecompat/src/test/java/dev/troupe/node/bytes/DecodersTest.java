package dev.troupe.node.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecodersTest {
    @ParameterizedTest
    @CsvSource({
        "iso-8859-10, a1ff, \u0104\u0138", // no charset of the JVM
        "iso-8859-14, a1, \u1e02",
        "windows-1252, 8081, \u20ac\u0081", // unassigned, yet a control character
        "koi8-u, aebe, \u045e\u040e",
        "macintosh, f0db, \uf8ff\u20ac",
        "iso-8859-8-i, e0, \u05d0",
        "gbk, 80a8bc, \u20ac\u1e3f",
        "gb18030, a6d9fe59, \ufe10\u9fb4", // private use before Java 21
        "gb18030, 8135f4378431a439, \ue7c7\uffff"
    })
    void singleBytesAreTheStandards(String name, String hex, String text) throws CharacterCodingException {
        assertEquals(text, new StreamDecoder(name, true, false).decode(bytes(hex), false));
    }

    @Test
    void bytesAfterAnErrorAreLookedAtAnew() throws CharacterCodingException {
        StreamDecoder decoder = new StreamDecoder("gb18030", false, false);
        assertEquals("\ufffd\u007f\ufffd0\ufffd)", decoder.decode(bytes("817f8130fe29"), false));
        assertEquals("", decoder.decode(bytes("8130"), true));
        assertEquals("\ufffd", decoder.decode(bytes(""), false));
    }

    @Test
    void fatalRefusesUnassignedBytes() {
        StreamDecoder decoder = new StreamDecoder("iso-8859-3", true, false);
        assertThrows(CharacterCodingException.class, () -> decoder.decode(bytes("41a5"), false));
    }

    @Test
    void aSequenceThatCanNeverBeValidWaitsForItsBytes() {
        ChunkDecoder decoder = new ChunkDecoder(TextEncoding.UTF8);
        assertEquals("", decoder.write(bytes("f69b")));
        assertEquals("\ufffd\ufffd", decoder.write(bytes("d1")));
        assertEquals("\ufffd", decoder.end());
    }

    @Test
    void noiseChangesNothingInBase64() {
        byte[] expected = "Troupe ".repeat(100).getBytes(StandardCharsets.US_ASCII);
        String clean = Base64.getEncoder().encodeToString(expected);
        for (String text : new String[] {
            clean,
            clean.replace("=", ""),
            clean.replaceAll("(.{76})", "$1\r\n"),
            clean.replace('+', '-'),
            " " + clean + "=!"
        }) {
            assertArrayEquals(expected, LenientBase64.decode(text));
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
