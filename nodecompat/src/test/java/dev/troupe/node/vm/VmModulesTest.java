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
 * Modules of texts are linked without being evaluated, in the realm of their context, and hidden from {@code import}.
 */
class VmModulesTest {
    private static final String PROGRAM = """
            import vm from 'node:vm';
            const { SourceTextModule, SyntheticModule } = vm;

            async function evaluationWaitsForItsCall() {
              globalThis.evaluated = [];
              const a = new SourceTextModule('evaluated.push("a"); await null; export let x = 1;');
              const b = new SourceTextModule('import { x } from "a"; evaluated.push("b"); export const y = x + 1;');
              await b.link(() => a);
              console.log('linked', a.status, b.status, evaluated.join(), Reflect.ownKeys(b.namespace)[0]);
              await b.evaluate();
              console.log('evaluated', a.status, b.status, evaluated.join(), b.namespace.y);
            }

            async function failureStopsAtItsDependents() {
              const fails = new SourceTextModule('throw new Error("no")');
              const before = new SourceTextModule('export {}');
              const after = new SourceTextModule('evaluated.push("after")');
              const root = new SourceTextModule('import "before"; import "fails"; import "after";');
              await root.link((name) => ({ before, fails, after })[name]);
              const error = await root.evaluate().catch((error) => error);
              console.log('failed', error.message, root.error === error, fails.error === error, before.status, after.status);
            }

            async function contextsSeeTheirOwnGlobals() {
              const context = vm.createContext({ name: 'inner' });
              const data = new SyntheticModule(['default'], () => data.setExport('default', 'data'), { context });
              const one = new SourceTextModule(`import data from 'data'; globalThis.seen = [name, data, typeof Java, typeof load, typeof process].join();`, { context });
              await one.link(() => data);
              await one.evaluate();
              console.log('context', context.seen);
            }

            export default {
              async start() {
                await evaluationWaitsForItsCall();
                await failureStopsAtItsDependents();
                await contextsSeeTheirOwnGlobals();
                console.log(await import('vm:0').catch((error) => error.code));
              },
            };
            """;

    @Test
    void modulesOfTextsAreLinkedThenEvaluated() {
        ActorOptions options = ActorOptions.builder()
                .script(Script.inline("modules.mjs", PROGRAM))
                .runtimeArguments(List.of("--experimental-vm-modules", "--no-warnings"))
                .build();
        try (ActorHost host = ActorHost.builder().build();
                Actor actor = host.create(options)) {
            actor.terminated().toCompletableFuture().join();
            assertEquals(
                    List.of(
                            "linked linked linked  y",
                            "evaluated evaluated evaluated a,b 2",
                            "failed no true true evaluated linked",
                            "context inner,data,undefined,undefined,undefined",
                            "ERR_UNSUPPORTED_ESM_URL_SCHEME"),
                    actor.logs().snapshot().stream().map(LogEntry::text).toList());
        }
    }
}
