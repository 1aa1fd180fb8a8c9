package dev.troupe.node.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestRunnerTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void passingTestsEndWithZeroInTheOrderTheyWereWritten() throws IOException {
        Ended ended = Ended.of(folder, """
                const { test, describe, it, beforeEach } = require('node:test');
                test('first', async () => { await new Promise((resolve) => setTimeout(resolve, 5)); });
                describe('group', () => {
                  beforeEach((t) => console.log(`before ${t.name}`));
                  it('second', (t) => t.assert.strictEqual(1 + 1, 2));
                });
                """);
        assertEquals(0, ended.code(), ended.output());
        assertTrue(ended.output().contains("ok 1 - first"), ended.output());
        assertTrue(ended.output().contains("before second"), ended.output());
        assertTrue(ended.output().contains("    ok 1 - second"), ended.output());
        assertTrue(ended.output().contains("# pass 2"), ended.output());
    }

    @Test
    void aFailingTestEndsWithOneAndSaysWhy() throws IOException {
        Ended ended = Ended.of(folder, """
                require('node:test').test('fails', () => { require('assert').strictEqual('left', 'right side'); });
                """);
        assertEquals(1, ended.code());
        assertTrue(ended.output().contains("not ok 1 - fails"), ended.output());
        assertTrue(
                ended.output().contains("'left' !== 'right side'")
                        || ended.output().contains("- 'right side'"),
                ended.output());
    }

    @Test
    void aTestThatWaitsInVainIsCancelledWhenNothingIsLeftToDo() throws IOException {
        Ended ended = Ended.of(folder, "require('node:test').test('waits', () => new Promise(() => {}));");
        assertEquals(1, ended.code());
        assertTrue(ended.output().contains("# cancelled 1"), ended.output());
    }

    @Test
    void mockedTimersMoveOnlyWhenTold() throws IOException {
        Ended ended = Ended.of(folder, """
                require('node:test').test('clock', (t) => {
                  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
                  const fn = t.mock.fn();
                  setTimeout(fn, 60_000);
                  t.mock.timers.tick(59_999);
                  t.assert.strictEqual(fn.mock.callCount(), 0);
                  t.mock.timers.tick(1);
                  t.assert.strictEqual(fn.mock.callCount(), 1);
                  t.assert.strictEqual(Date.now(), 60_000);
                });
                """);
        assertEquals(0, ended.code(), ended.output());
    }
}
