package dev.troupe.node.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Short and long texts take different ways; both are compared with encoding one code point at a time. */
class Utf8Test {
    private static final String[] PARTS = {
        "plain ASCII?",
        "\u00e9\u07ff",
        "\u0800\uffee",
        "\ud83d\ude00",
        "\ud83d",
        "\ude00",
        "\ude00\ud83d",
        "?",
        "\ufffd"
    };

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 8_191, 8_192, 8_193, 20_000})
    void encodesAndCountsAsCodePointByCodePoint(int length) {
        for (String part : PARTS) {
            for (String lead : PARTS) {
                String text = lead + part.repeat(length / part.length() + 1);
                for (int cut = 0; cut < 3 && cut < text.length(); cut++) {
                    String cutText = text.substring(cut, Math.max(cut, Math.min(text.length(), length + cut)));
                    byte[] expected = pointByPoint(cutText);
                    assertArrayEquals(expected, Utf8.encode(cutText));
                    assertEquals(expected.length, Utf8.byteLength(cutText));
                }
            }
        }
    }

    @Test
    void encodesATextThatIsTooLongToBeDecodedAgain() {
        String text = "\ud83d" + "a\ud83d\ude00".repeat(400_000) + "\ude00";
        assertArrayEquals(pointByPoint(text), Utf8.encode(text));
    }

    private static byte[] pointByPoint(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xfffd : point)
                .forEach(point -> bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8)));
        return bytes.toByteArray();
    }
}
