package dev.troupe.node.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.LogEntry;
import dev.troupe.core.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A context's global object shows and takes what its object has, as the object has it. */
class VmContextTest {
    private static final String PROGRAM = """
            import vm from 'node:vm';
            const object = { plain: 1, get read() { return 2; } };
            const context = vm.createContext(object);
            const run = (text) => vm.runInContext(text, context);
            const show = (value) => JSON.stringify(value);
            export default {
              start() {
                console.log(show(run('Object.getOwnPropertyDescriptor(this, "plain")')));
                console.log(run('Object.getOwnPropertyDescriptor(this, "read").get') === Object.getOwnPropertyDescriptor(object, 'read').get);
                run('Object.defineProperty(this, "fixed", { value: 3 })');
                console.log(show(Object.getOwnPropertyDescriptor(object, 'fixed')), run('fixed'));
                run('second = 1; Object.defineProperty(this, "third", { value: 1, enumerable: true, configurable: true }); fourth = 1');
                console.log(Object.keys(object).join());
                const global = run('this');
                global.late = 5;
                console.log(object.late, Object.hasOwn(global, 'late'), delete global.late, 'late' in global, 'late' in object);
                console.log(Object.getOwnPropertySymbols(global).filter((one) => one !== Symbol.toStringTag).length, 'NaN' in object);
                console.log(run('try { Object.defineProperty(this, "fixed", { value: 4 }) } catch (error) { error instanceof TypeError && error.message }'));
              },
            };
            """;

    @Test
    void globalObjectAndContextObjectAgree() {
        try (ActorHost host = ActorHost.builder().build();
                Actor actor = host.create(ActorOptions.of(Script.inline("context.mjs", PROGRAM)))) {
            actor.terminated().toCompletableFuture().join();
            assertEquals(
                    List.of(
                            "{\"value\":1,\"writable\":true,\"enumerable\":true,\"configurable\":true}",
                            "true",
                            "{\"value\":3,\"writable\":false,\"enumerable\":false,\"configurable\":false} 3",
                            "plain,read,second,third,fourth",
                            "5 true true false false",
                            "0 false",
                            "Cannot redefine property: fixed"),
                    actor.logs().snapshot().stream().map(LogEntry::text).toList());
        }
    }
}
