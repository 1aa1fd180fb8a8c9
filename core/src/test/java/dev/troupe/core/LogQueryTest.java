package dev.troupe.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogQueryTest {
    private static List<LogEntry> lines(String... texts) {
        List<LogEntry> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(new LogEntry(
                    lines.size(), Instant.EPOCH, lines.size() % 2 == 0 ? LogStream.STDOUT : LogStream.STDERR, text));
        }
        return lines;
    }

    private static List<String> found(LogQuery query, List<LogEntry> lines) {
        return query.filter(lines).stream().map(LogEntry::text).toList();
    }

    @Test
    void linesAreFoundByTextCaseExpressionAndStream() {
        List<LogEntry> lines = lines("Alpha 1", "beta 22", "ALPHA x");
        assertEquals(List.of("Alpha 1", "beta 22", "ALPHA x"), found(LogQuery.ALL, lines));
        assertEquals(List.of("Alpha 1"), found(query("Alpha", true, false), lines));
        assertEquals(List.of("Alpha 1", "ALPHA x"), found(query("alpha", false, false), lines));
        assertEquals(List.of("Alpha 1", "beta 22"), found(query("\\d+$", true, true), lines));
        assertEquals(List.of(), found(query("\\d+$", true, false), lines));
        assertEquals(
                List.of("beta 22"),
                found(new LogQuery(Optional.of(LogStream.STDERR), Optional.empty(), true, false), lines));
    }

    @Test
    void anExpressionThatGoesAstrayEnds() {
        String text = "a".repeat(5_000) + "!";
        assertThrows(
                LimitExceededException.class, () -> query("(a+)+$", true, true).filter(lines(text)));
        assertThrows(
                LimitExceededException.class, () -> query("(a|b)*c", true, true).filter(lines("ab".repeat(60_000))));
    }

    @Test
    void whatIsNoExpressionOrTooLongIsRefused() {
        assertThrows(InvalidOptionsException.class, () -> query("(", true, true));
        assertThrows(InvalidOptionsException.class, () -> query("x".repeat(1_025), true, false));
    }

    private static LogQuery query(String text, boolean caseSensitive, boolean regex) {
        return new LogQuery(Optional.empty(), Optional.of(text), caseSensitive, regex);
    }
}
