package dev.troupe.js;

import dev.troupe.core.ExitStatus;
import dev.troupe.core.Script;
import java.util.List;

/**
 * What a program left behind.
 *
 * @param code its exit code
 * @param out its standard output
 * @param err its standard error
 */
record Program(int code, String out, String err) {

    /**
     * Runs a program to its end on this thread. A body of {@code start} is made a CommonJS program that has
     * {@code probe}.
     */
    static Program run(String startBody) throws InterruptedException {
        return of("program.cjs", "exports.start = async (ctx) => {\n" + startBody + "\n};");
    }

    static Program of(String name, String text) throws InterruptedException {
        TestActor actor = new TestActor(Script.inline(name, text), List.of());
        ExitStatus status = RunBuiltin.run(actor, List.of(new ProbeExtension()));
        return new Program(status.code(), actor.out(), actor.err());
    }
}
