package dev.troupe.node.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.Entry;
import dev.troupe.core.LogStream;
import dev.troupe.core.Script;
import dev.troupe.core.Stdio;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StandardStreamsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void readlineGivesTheLinesOfStandardInput() throws Exception {
        Console console = new Console("one\ntwo\r\nthree");
        run(console, """
                const lines = require('node:readline').createInterface({ input: process.stdin });
                (async () => { for await (const line of lines) console.log(`<${line}>`); })();
                """);
        assertEquals("<one>\n<two>\n<three>\n", console.text());
    }

    @Test
    void inputThatNobodyWantsIsNotRead() throws Exception {
        Console console = new Console("never read");
        run(console, "console.log(process.stdin.fd, process.stdin.isTTY);");
        assertEquals("0 undefined\n", console.text());
        assertEquals(0, console.reads.get());
    }

    @Test
    void aPausedInputLetsTheProgramEnd() throws Exception {
        Console console = new Console("first");
        run(console, "process.stdin.once('data', (chunk) => { console.log(`${chunk}`); process.stdin.pause(); });");
        assertEquals("first\n", console.text());
        assertEquals(1, console.reads.get());
    }

    @Test
    void chunksGoThroughNodeAndWebStreamsAlike() throws Exception {
        Console console = new Console("");
        run(console, """
                const { Readable } = require('node:stream');
                const { pipeline } = require('node:stream/promises');
                const upper = new TransformStream({ transform(chunk, controller) { controller.enqueue(chunk.toUpperCase()); } });
                pipeline(Readable.from(['a', 'b']), upper, async function* (source) {
                  for await (const chunk of source) yield `${chunk}\\n`;
                }, process.stdout, { end: false });
                """);
        assertEquals("A\nB\n", console.text());
    }

    private void run(Console console, String source) throws Exception {
        Path program = Files.writeString(folder.resolve("program.cjs"), source);
        ActorOptions options = ActorOptions.builder()
                .script(Script.file(program))
                .entry(Entry.MODULE)
                .stdio(console)
                .withoutPorts()
                .build();
        try (ActorHost host = ActorHost.builder().build()) {
            Actor actor = host.create(options);
            int code = actor.terminated()
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS)
                    .exitCode();
            assertEquals(0, code, console.text());
        }
        assertTrue(console.reads.get() < 10);
    }

    /** A console whose input is given beforehand; it counts how often it is read. */
    private static final class Console implements Stdio {
        private final ByteArrayOutputStream output = new ByteArrayOutputStream();
        private final InputStream input;
        private final AtomicInteger reads = new AtomicInteger();

        Console(String text) {
            input = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
                @Override
                public synchronized int read(byte[] bytes, int start, int length) {
                    reads.incrementAndGet();
                    return super.read(bytes, start, length);
                }
            };
        }

        @Override
        public synchronized void write(LogStream stream, byte[] bytes) {
            output.writeBytes(bytes);
        }

        @Override
        public Optional<InputStream> input() {
            return Optional.of(input);
        }

        synchronized String text() {
            return output.toString(StandardCharsets.UTF_8);
        }
    }
}
