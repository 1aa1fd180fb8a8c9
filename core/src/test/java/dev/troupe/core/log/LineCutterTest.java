package dev.troupe.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineCutterTest {

    @Test
    void linesEndAtLineFeedsAndLoseACarriageReturn() {
        assertEquals(List.of("a", "", "b", "c\rd"), cut(100, 100, "a\n\nb\r\nc\rd"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 1_000})
    void howTheBytesArriveMakesNoDifference(int chunk) {
        String text = "grün\nこんにちは\n😀😀😀\nlast";
        assertEquals(List.of("grün", "こんにちは", "😀😀😀", "last"), cut(1_000, chunk, text));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1_000})
    void longLinesAreCutBetweenCharacters(int chunk) {
        assertEquals(List.of("😀😀", "😀é", "x"), cut(8, chunk, "😀😀😀é\nx"));
        assertEquals(List.of("ab", "こ", "んc", "d"), cut(5, chunk, "ab\nこんc\nd"));
    }

    @Test
    void aLineOfExactlyTheLimitIsOneLine() {
        assertEquals(List.of("12345678", "next"), cut(8, 3, "12345678\nnext"));
        assertEquals(List.of("12345678", "9", "next"), cut(8, 3, "123456789\nnext"));
    }

    @Test
    void whatIsNoUtf8StaysBounded() {
        LineCutter cutter = new LineCutter(8);
        List<String> lines = new ArrayList<>();
        byte[] tail = new byte[20];
        java.util.Arrays.fill(tail, (byte) 0x80);
        cutter.append(tail, lines::add);
        cutter.flush(lines::add);
        assertEquals(20, lines.stream().mapToInt(String::length).sum());
        assertEquals(8, lines.get(0).length());
    }

    private static List<String> cut(int limit, int chunk, String text) {
        LineCutter cutter = new LineCutter(limit);
        List<String> lines = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from += chunk) {
            cutter.append(java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + chunk)), lines::add);
        }
        cutter.flush(lines::add);
        return lines;
    }
}
