package dev.troupe.js;

import dev.troupe.js.spi.Realm;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.FileSystem;

/**
 * The modules of one program, as its isolate sees them. Made with the isolate and owned by it; {@link #fileSystem} is asked before the realm exists,
 * all else on the actor's loop; it ends with the context.
 */
interface ProgramModules {

    /** The only files that the engine's own linker reaches. */
    FileSystem fileSystem();

    /** {@code internalBinding('modules')}. */
    Object binding(Realm realm);

    /**
     * A function that loads the program and gives a promise of its namespace.
     *
     * @param requireBuiltin the loader of built-ins, by specifier
     */
    Value mainLoader(Realm realm, Value requireBuiltin);
}
