/**
 * How built-in modules, and the Java below them, are added to the isolates.
 *
 * <p>Starting points: {@link dev.troupe.js.spi.JsExtension} (what is found by service loading),
 * {@link dev.troupe.js.spi.Binding} (named functions for JS), {@link dev.troupe.js.spi.Realm} (the isolate as a binding
 * sees it).
 */
@NullMarked
package dev.troupe.js.spi;

import org.jspecify.annotations.NullMarked;
