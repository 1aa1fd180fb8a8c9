package dev.troupe.node.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AssertionTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFailedOkShowsItsExpression() throws IOException {
        assertEquals(
                "The expression evaluated to a falsy value:\n\n  assert.ok(1 + 1 === 3)\n",
                message("assert.ok(1 + 1 === 3)"));
    }

    @Test
    void differencesAreShownLineByLine() throws IOException {
        assertEquals("""
                Expected values to be strictly deep-equal:
                + actual - expected

                  {
                    a: 1,
                +   b: 2
                -   b: 3
                  }
                """, message("assert.deepStrictEqual({ a: 1, b: 2 }, { a: 1, b: 3 })"));
    }

    @Test
    void valuesInCirclesAreCompared() throws IOException {
        Ended ended = Ended.of(folder, """
                const assert = require('assert');
                const ring = () => { const start = { next: undefined }; start.next = { next: start }; return start; };
                assert.deepStrictEqual(ring(), ring());
                assert.deepEqual(new Set([[1], '2']), new Set([2, ['1']]));
                assert.partialDeepStrictEqual({ a: [1, 2, 3], b: 1 }, { a: [1, 3] });
                assert.throws(() => assert.deepStrictEqual(new Map([[{}, 1]]), new Map([[{}, 2]])), assert.AssertionError);
                """);
        assertEquals(0, ended.code(), ended.output());
    }

    private String message(String statement) throws IOException {
        String body = "const assert = require('assert');\ntry { " + statement
                + "; } catch (error) { console.log(error.message); }";
        return Ended.of(folder, body).output();
    }
}
