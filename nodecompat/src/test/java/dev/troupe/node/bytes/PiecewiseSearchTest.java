package dev.troupe.node.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It finds what a search of the whole finds, wherever a piece ends, and copies no more than it has to. */
class PiecewiseSearchTest {
    private static final int LENGTH = 20_000;

    private final Random random = new Random(22);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 64, 3_000, 9_000})
    void findsWhatASearchOfTheWholeFinds(int needleLength) {
        for (int i = 0; i < 400; i++) {
            byte[] hay = sparse(random.nextInt(LENGTH));
            int begin = hay.length > needleLength ? random.nextInt(hay.length - needleLength) : 0;
            byte[] needle = Arrays.copyOfRange(hay, begin, begin + needleLength);
            int from = random.nextInt(hay.length + 10) - 5;
            for (int step = 1; step <= 2; step++) {
                assertEquals(
                        ByteSearch.first(hay, needle, Math.max(from, 0), step),
                        PiecewiseSearch.first(pieces(hay), hay.length, needle, from, step),
                        "forwards from " + from);
                assertEquals(
                        ByteSearch.last(hay, needle, from, step),
                        PiecewiseSearch.last(pieces(hay), hay.length, needle, from, step),
                        "backwards from " + from);
            }
        }
    }

    @Test
    void aLoopFromMatchToMatchCopiesLittleMoreThanTheWhole() {
        byte[] lines = new byte[1 << 20];
        for (int i = 99; i < lines.length; i += 100) {
            lines[i] = '\n';
        }
        long[] copied = new long[1];
        PiecewiseSearch.Hay hay = (at, size) -> {
            copied[0] += size;
            return Arrays.copyOfRange(lines, at, at + size);
        };
        int found = 0;
        byte[] needle = {'\n'};
        for (int at = PiecewiseSearch.first(hay, lines.length, needle, 0, 1);
                at >= 0;
                at = PiecewiseSearch.first(hay, lines.length, needle, at + 1, 1)) {
            found++;
        }
        assertEquals(lines.length / 100, found);
        assertTrue(copied[0] < 32L * lines.length, copied[0] + " bytes were copied");
    }

    private static PiecewiseSearch.Hay pieces(byte[] hay) {
        return (at, size) -> Arrays.copyOfRange(hay, at, at + size);
    }

    /** Mostly zeros, so that there are many near misses. */
    private byte[] sparse(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length / 50; i++) {
            bytes[random.nextInt(length)] = (byte) random.nextInt(3);
        }
        return bytes;
    }
}
