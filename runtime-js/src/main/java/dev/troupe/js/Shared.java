package dev.troupe.js;

import dev.troupe.core.spi.ActorRuntime;
import java.util.function.Function;
import org.graalvm.polyglot.Engine;

/**
 * What all isolates of a host share. Owned by the factory; any thread; it ends with the engine.
 *
 * @param engine parsed sources and compiled code
 * @param builtins the sources of the built-in modules
 * @param modules opens the modules of one program
 */
record Shared(Engine engine, BuiltinSources builtins, Function<ActorRuntime, ProgramModules> modules) {}
