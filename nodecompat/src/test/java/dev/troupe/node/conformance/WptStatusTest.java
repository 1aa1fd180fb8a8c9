package dev.troupe.node.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WptStatusTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void onlyWhatNeedsAPageIsLeftOut() throws IOException {
        WptStatus status = WptStatus.read(Files.writeString(folder.resolve("area.json"), """
                {
                  "page.window.js": {
                    "skip": "document is not defined"
                  },
                  "codec.any.js": {
                    "requires": ["full-icu"],
                    "skip": "The gbk encoding is not supported"
                  },
                  "some.any.js": {
                    "fail": {
                      "note": "x",
                      "expected": [
                        "a [b]",
                        "quote \\" and \\u1E9E"
                      ]
                    }
                  }
                }
                """));
        assertTrue(status.leavesOut("page.window.js"));
        assertFalse(status.leavesOut("codec.any.js"));
        assertFalse(status.leavesOut("unknown.any.js"));
        assertEquals(Set.of("a [b]", "quote \" and \u1e9e"), status.failing("some.any.js"));
    }
}
