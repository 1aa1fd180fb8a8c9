package dev.troupe.js;

import dev.troupe.js.module.ModuleLoader;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;

/**
 * What all isolates of a host share. Owned by the factory; any thread; it ends with the engine.
 *
 * @param engine parsed sources and compiled code
 * @param builtins the sources of the built-in modules
 * @param loader opens the modules of one program, and keeps their texts
 */
record Shared(Engine engine, BuiltinSources builtins, ModuleLoader loader) {
    /** An engine cannot be closed under a program that core has given up; it goes with that thread. */
    void close() {
        loader.close();
        try {
            engine.close();
        } catch (IllegalStateException | PolyglotException stuck) {
            System.getLogger(Shared.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "The engine stays open: a program that was given up still runs in it");
        }
    }
}
