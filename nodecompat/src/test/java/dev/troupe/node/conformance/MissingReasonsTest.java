package dev.troupe.node.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MissingReasonsTest {
    private static final Path LISTS = Path.of("src/test/conformance");

    @Test
    void theClosestLineAnswers() {
        MissingReasons reasons = MissingReasons.of(List.of(
                "# a comment",
                "",
                "parallel/test-tls-*\ttls",
                "parallel/test-tls-x*\tx",
                "parallel/test-tls-x.js\tone"));
        assertEquals(Optional.of("one"), reasons.of("parallel/test-tls-x.js"));
        assertEquals(Optional.of("x"), reasons.of("parallel/test-tls-xy.js"));
        assertEquals(Optional.of("tls"), reasons.of("parallel/test-tls-y.js"));
        assertEquals(Optional.empty(), reasons.of("parallel/test-net-x.js"));
    }

    @Test
    void aLineWithoutReasonIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> MissingReasons.of(List.of("parallel/test-tls-x.js")));
        assertThrows(IllegalArgumentException.class, () -> MissingReasons.of(List.of("a.js\tone", "a.js\ttwo")));
    }

    @Test
    void noTestThatPassesHasAReason() throws IOException {
        MissingReasons reasons = MissingReasons.read(LISTS.resolve("missing.txt"));
        assertEquals(List.of(), reasons.obsolete(PassingList.read(LISTS.resolve("passing.txt"))));
    }
}
