/**
 * Which flags a JVM wants for the engine, and why it runs optimised or not. Nothing here touches the engine, so that a
 * launcher can ask before the engine is loaded.
 *
 * <p>Starting points: {@link dev.troupe.js.launch.Jvm} (the facts of a JVM), {@link dev.troupe.js.launch.EngineAdvice}
 * (what follows from them), {@link dev.troupe.js.launch.PrintFlags} (the program that prints it).
 */
@NullMarked
package dev.troupe.js.launch;

import org.jspecify.annotations.NullMarked;
