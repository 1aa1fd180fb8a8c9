/**
 * The isolates of a host on GraalJS: one engine for each host, one context for each actor, and the calls between Java
 * and the realm.
 *
 * <p>Starting points: {@link dev.troupe.js.JsIsolateFactory} (what core finds), {@link dev.troupe.js.JsIsolate} (one
 * program's life), {@link dev.troupe.js.JsRealm} (how Java calls into it).
 */
@NullMarked
package dev.troupe.js;

import org.jspecify.annotations.NullMarked;
