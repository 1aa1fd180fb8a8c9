package dev.troupe.node.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SnapshotTest {
    private static final String BODY = """
            require('node:test').test('`${name}`\\r', (t) => {
              t.plan(3);
              t.assert.snapshot({ a: 1, text: 'back\\\\slash `${x}`\\r' });
              t.assert.snapshot('\\ud800', { serializers: [String] });
              t.assert.fileSnapshot([1, 2], require('path').join(__dirname, 'made', 'by', 'test.json'));
            });
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aSnapshotThatWasNeverTakenFailsAndSaysHowToTakeIt() throws IOException {
        Ended ended = Ended.of(folder, BODY);
        assertEquals(1, ended.code(), ended.output());
        assertTrue(ended.output().contains("--test-update-snapshots"), ended.output());
    }

    @Test
    void snapshotsTakenInOneRunHoldInTheNext() throws IOException {
        Ended taken = Ended.trusted(folder, BODY, List.of("--test-update-snapshots"));
        assertEquals(0, taken.code(), taken.output());
        assertEquals("[\n  1,\n  2\n]", Files.readString(folder.resolve("made/by/test.json")));
        Ended held = Ended.of(folder, BODY);
        assertEquals(0, held.code(), held.output());
        Ended changed = Ended.of(folder, BODY.replace("a: 1", "a: 2"));
        assertEquals(1, changed.code(), changed.output());
    }
}
