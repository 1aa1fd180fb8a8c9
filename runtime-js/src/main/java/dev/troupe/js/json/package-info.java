/**
 * JSON text to plain Java values: the one place of this module that knows the JSON library.
 *
 * <p>Starting points: {@link dev.troupe.js.json.JsonReader}, {@link dev.troupe.js.module.ModuleLoader} (its user),
 * {@link java.util.Map} (what objects become).
 */
@NullMarked
package dev.troupe.js.json;

import org.jspecify.annotations.NullMarked;
