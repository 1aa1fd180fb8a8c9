/**
 * How a program's modules are found, read and linked: Node's resolution as a pure function, ES modules through the
 * engine's own linker over a file system of ours, CommonJS above it in {@code commonjs.js}.
 *
 * <p>Starting points: {@link dev.troupe.js.module.Resolver} (the algorithm), {@link dev.troupe.js.module.ModuleLexer}
 * (what a source imports), {@link dev.troupe.js.module.RealmModules} (one program's modules).
 */
@NullMarked
package dev.troupe.js.module;

import org.jspecify.annotations.NullMarked;
