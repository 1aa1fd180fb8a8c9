/**
 * How built-in modules, and the Java below them, are added to every isolate. Implemented above the runtime, used by it.
 *
 * <p>Starting points: {@link dev.troupe.js.spi.JsExtension} (found by service loading), {@link dev.troupe.js.spi.Realm}
 * (one isolate as its bindings see it), {@link dev.troupe.js.spi.Binding} (what a built-in calls).
 */
@NullMarked
package dev.troupe.js.spi;

import org.jspecify.annotations.NullMarked;
