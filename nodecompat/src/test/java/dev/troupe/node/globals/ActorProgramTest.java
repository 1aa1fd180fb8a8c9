package dev.troupe.node.globals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.LogEntry;
import dev.troupe.core.PortSpec;
import dev.troupe.core.Protocol;
import dev.troupe.core.Region;
import dev.troupe.core.Routing;
import dev.troupe.core.Script;
import dev.troupe.core.TerminationReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an actor's program is given, in which shapes it may come, and how it ends. */
final class ActorProgramTest {
    private static final ActorHost HOST =
            ActorHost.builder().region(new Region("fra", "Frankfurt")).build();

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    static void closeHost() {
        HOST.close();
    }

    @Test
    void theContextSaysWhatTheActorIsAndCannotBeChanged() {
        Ended ended = run("""
                const frozen = (value) => Object.isFrozen(value) && Object.values(value).every(
                  (inner) => inner === null || typeof inner !== 'object' || inner instanceof Date || frozen(inner));
                export default {
                  start(ctx) {
                    const { actor, region, build, network, project, environment, cluster } = ctx.metadata;
                    console.log(Object.isFrozen(ctx), frozen(ctx.metadata));
                    console.log(/^[0-9a-f-]{36}$/.test(actor.id), JSON.stringify(actor.tags), actor.createdAt instanceof Date);
                    console.log(Math.abs(Date.now() - actor.createdAt) < 60_000);
                    console.log(JSON.stringify(region), project.slug, environment.slug, typeof cluster.id, typeof build.id);
                    const { http } = network.ports;
                    console.log(http.protocol, new URL(http.url).host === `${http.hostname}:${http.port}`, `${http.port}` === process.env.PORT_HTTP);
                    console.log(process.env.PORT_ADMIN_API === `${network.ports['admin-api'].port}`, process.env.GREETING, process.env.PATH);
                  },
                };
                """, options -> options.tags(Map.of("room", "lobby"))
                .env(Map.of("GREETING", "hello", "PORT_HTTP", "1"))
                .port("http", Protocol.HTTP)
                .port(new PortSpec("admin-api", Protocol.TCP, Routing.HOST, OptionalInt.empty())));
        assertEquals(
                List.of(
                        "true true",
                        "true {\"room\":\"lobby\"} true",
                        "true",
                        "{\"id\":\"fra\",\"name\":\"Frankfurt\"} default default string string",
                        "http true true",
                        "true hello undefined"),
                ended.output());
        assertEquals(0, ended.reason().exitCode());
    }

    @Test
    void theLogIsOneObjectALine() {
        Ended ended = run("""
                export default {
                  start(ctx) {
                    ctx.log.info('ready', { port: 80 });
                    ctx.log.error(new RangeError('too far'));
                  },
                };
                """, options -> options);
        String output = String.join("\n", ended.output());
        assertTrue(
                output.matches("(?s).*\\{\"level\":\"info\",\"time\":\"[^\"]+\",\"message\":\"ready\",\"port\":80}.*"),
                output);
        assertTrue(output.contains("{\"level\":\"error\",") && output.contains("too far"), output);
    }

    @Test
    void destructionIsToldBySignalAndEventAndItsGraceEndsTheProgram() {
        Actor actor = HOST.create(inline("""
                    export default {
                      async start(ctx) {
                        ctx.signal.addEventListener('abort', () => console.log('aborted', ctx.signal.reason.name));
                        process.on('SIGTERM', (name, number) => {
                          console.log(name, number);
                          setTimeout(() => process.exit(4), 10);
                        });
                        setInterval(() => {}, 1000);
                      },
                    };
                    """).build());
        actor.ready().toCompletableFuture().join();
        TerminationReason reason =
                actor.destroy(Duration.ofSeconds(30)).toCompletableFuture().join();
        assertInstanceOf(TerminationReason.Destroyed.class, reason);
        List<String> lines =
                actor.logs().snapshot().stream().map(LogEntry::text).toList();
        assertTrue(lines.contains("SIGTERM 15") && lines.contains("aborted AbortError"), lines.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "setTimeout(() => console.log('later'), 5)                          | 0",
                "process.exitCode = 9                                               | 9",
                "return Promise.reject(new Error('no'))                             | 1",
                "Promise.reject(new Error('nobody')); setTimeout(() => {}, 60_000)  | 1",
                "setTimeout(() => { throw new Error('late') }, 1)                   | 1",
                "setTimeout(() => process.exit(300), 1)                             | 44",
            })
    void aProgramEndsWithTheExitCodeOfNode(String body, int code) {
        Ended ended = run("export default { start() { " + body + " } };", options -> options);
        assertEquals(code, ended.reason().exitCode(), ended.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.ts  | export default { start(): void { console.log(typeof require) } };                       | undefined",
                "a.mts | export default class { static start(this: unknown): void { console.log(typeof require) } } | undefined",
                "a.cts | const x: number = 1; exports.start = () => console.log(typeof require, x);                | function 1",
                "a.mjs | export default { start() { console.log(import.meta.filename.slice(-5)) } };               | a.mjs",
                "a.cjs | module.exports = class { static start() { console.log(__filename.slice(-5)) } };          | a.cjs",
                "a.js  | export default { name: 'it', start() { console.log(this.name) } };                         | it",
                "b.js  | module.exports = { name: 'it', start() { console.log(this.name) } };                      | it",
            })
    void programsComeInTheShapesThatNodeKnows(String file, String text, String printed) throws IOException {
        Path program = Files.writeString(folder.resolve(file), text);
        Ended ended = run(ActorOptions.builder().script(Script.file(program)));
        assertEquals(List.of(printed), ended.output(), ended.toString());
        assertEquals(0, ended.reason().exitCode());
    }

    @Test
    void aProgramOnTheClassPathImportsWhatLiesBesideIt() {
        Ended ended = run(ActorOptions.builder()
                .script(Script.resource(ActorProgramTest.class, "dev/troupe/node/globals/on-class-path.mts")));
        assertEquals(List.of("beside: hello"), ended.output(), ended.toString());
    }

    private static ActorOptions.Builder inline(String text) {
        return ActorOptions.builder().script(Script.inline("program.mjs", text));
    }

    private static Ended run(String text, UnaryOperator<ActorOptions.Builder> more) {
        return run(more.apply(inline(text)));
    }

    private static Ended run(ActorOptions.Builder options) {
        Actor actor = HOST.create(options.build());
        TerminationReason reason = actor.terminated().toCompletableFuture().join();
        return new Ended(actor.logs().snapshot().stream().map(LogEntry::text).toList(), reason);
    }

    private record Ended(List<String> output, TerminationReason reason) {}
}
