package dev.troupe.node.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.LogEntry;
import dev.troupe.core.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * An inner realm is made by the engine, with everything that the engine brings: what a program must not see is gone
 * there, too.
 */
class HiddenGlobalsTest {
    private static final String PROGRAM = """
            import vm from 'node:vm';
            const names = ['Java', 'Polyglot', 'Graal', 'Realm', 'ShadowRealm', 'AsyncContext', 'Packages', 'load', 'loadWithNewGlobal', 'print',
              'printErr', 'quit', 'exit', 'read', 'readbuffer', 'readline', 'java', 'javax', 'com', 'org', 'edu', 'JavaImporter', 'process', 'require'];
            const script = `[${names.map((name) => `'${name}'`)}].filter((name) => typeof globalThis[name] !== 'undefined')`;
            const nested = `${script}.concat((0, eval)("${script.replaceAll('"', '')}"), Function("return ${script.replaceAll('"', '')}")())`;
            export default {
              start() {
                const context = vm.createContext({});
                console.log('context', vm.runInContext(nested, context).join());
                console.log('new', vm.runInNewContext(nested).join());
                console.log('function', vm.compileFunction(`return ${script}`, [], { parsingContext: context })().join());
                console.log('constructor', context.constructor.constructor(`return ${script}.filter((name) => name !== 'process')`)().join());
              },
            };
            """;

    @Test
    void noRealmShowsWhatTheEngineBrings() {
        try (ActorHost host = ActorHost.builder().build();
                Actor actor = host.create(ActorOptions.of(Script.inline("realms.mjs", PROGRAM)))) {
            actor.terminated().toCompletableFuture().join();
            assertEquals(
                    List.of("context ", "new ", "function ", "constructor "),
                    actor.logs().snapshot().stream().map(LogEntry::text).toList());
        }
    }
}
