package dev.troupe.node.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edges of a search: what is empty, what lies at an end, what begins past it, and whole UTF-16 units. */
class ByteSearchTest {

    @ParameterizedTest
    @CsvSource({
        "abcabc, abc, 0, 1, 0",
        "abcabc, abc, 1, 1, 3",
        "abcabc, abc, 4, 1, -1",
        "abcabc, c, 5, 1, 5",
        "abcabc, c, 6, 1, -1",
        "abcabc, '', 6, 1, 6",
        "abcabc, '', 7, 1, -1",
        "'', '', 0, 1, 0",
        "'', a, 0, 1, -1",
        "ab, abc, 0, 1, -1",
        "aabaab, ab, 0, 2, 4",
        "xababa, ba, 0, 2, 2"
    })
    void findsTheFirst(String hay, String needle, int from, int step, int expected) {
        assertEquals(expected, ByteSearch.first(bytes(hay), bytes(needle), from, step));
    }

    @ParameterizedTest
    @CsvSource({
        "abcabc, abc, 6, 1, 3",
        "abcabc, abc, 2, 1, 0",
        "abcabc, d, 6, 1, -1",
        "abcabc, '', 6, 1, 6",
        "aabaab, ab, 6, 2, 4",
        "'', a, 0, 1, -1"
    })
    void findsTheLast(String hay, String needle, int from, int step, int expected) {
        assertEquals(expected, ByteSearch.last(bytes(hay), bytes(needle), from, step));
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
