/**
 * JSON as plain Java objects, so that no parser shows elsewhere.
 *
 * <p>Starting points: {@link dev.troupe.server.json.Json#parse}, {@link dev.troupe.server.json.Json#write},
 * {@link dev.troupe.server.json.JsonFailure}.
 */
@NullMarked
package dev.troupe.server.json;

import org.jspecify.annotations.NullMarked;
