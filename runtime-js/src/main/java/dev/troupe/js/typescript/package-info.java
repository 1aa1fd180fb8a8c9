/**
 * TypeScript to JavaScript: types are taken out, lines stay, results are cached by content.
 *
 * <p>Starting points: {@link dev.troupe.js.typescript.TypeScript} (what the loader asks),
 * {@link dev.troupe.js.typescript.Compiler} (the one context that compiles), {@link dev.troupe.js.typescript.DiskCache}
 * (results between runs).
 */
@NullMarked
package dev.troupe.js.typescript;

import org.jspecify.annotations.NullMarked;
