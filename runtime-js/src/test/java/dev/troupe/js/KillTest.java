package dev.troupe.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Limits;
import dev.troupe.core.Script;
import dev.troupe.js.spi.JsExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class KillTest {
    private boolean interrupted;

    /** Runs {@code body} on a thread of its own, kills it in the middle, and gives what the kill said. */
    private boolean killed(String body, Duration bound) throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        TestActor actor = new TestActor(
                Script.inline("program.cjs", "exports.start = () => { probe.print('go'); " + body + " };"), List.of());
        actor.limits(Limits.defaults().withKill(bound));
        actor.echo((stream, text) -> running.countDown());
        List<JsExtension> extensions = List.of(new ProbeExtension());
        Shared shared = RunBuiltin.shared(new BuiltinSources(extensions));
        try {
            JsIsolate isolate = new JsIsolate(actor, shared, extensions.get(0).bindings(), "internal/bootstrap");
            Thread thread = new Thread(() -> {
                isolate.start();
                interrupted = Thread.currentThread().isInterrupted();
            });
            thread.setDaemon(true);
            thread.start();
            running.await();
            boolean back = isolate.kill();
            isolate.close(); // never waits for a program that is stuck
            thread.join();
            assertNull(actor.exit(), "a killed program does not say how it ended");
            assertEquals("go\n", actor.out());
            return back;
        } finally {
            shared.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (;;);",
                "for (;;) { try { for (;;); } finally { continue; } }",
                "for (;;) { try { for (;;); } catch { continue; } }",
                "Promise.resolve().then(function again() { return Promise.resolve().then(again); });",
                "(function again() { nextTick(again); })();",
                "[1, 2].sort(() => { for (;;); });",
                "({ get x() { for (;;); } }).x;",
                "new Proxy({}, { get() { for (;;); } }).x;",
                "/(x+x+)+y/.test('x'.repeat(60));",
                "`${{ toString() { for (;;); } }}`;",
                "Array.from({ length: 2 ** 31 }, (_, i) => i % 2).sort();",
            })
    void aKillEndsWhateverRunsAndLeavesNoInterrupt(String body) throws InterruptedException {
        assertTrue(killed(body, Duration.ofSeconds(20)));
        assertFalse(interrupted);
    }

    @Test
    void aProgramThatComesBackTooLateRunsNoFurther() throws InterruptedException {
        boolean back = killed("const x = 3n ** 3000000n; probe.print('second'); for (;;);", Duration.ofMillis(1));
        assertFalse(back && interrupted);
    }
}
