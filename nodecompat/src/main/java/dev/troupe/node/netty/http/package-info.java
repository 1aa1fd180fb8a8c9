/**
 * HTTP/1.1 read strictly, for who stands behind a proxy as for who is one.
 *
 * <p>Starting points: {@link dev.troupe.node.netty.http.StrictRequestDecoder} (what is refused before it is parsed),
 * {@link dev.troupe.node.netty.http.StrictRequestDecoder.Flaw} (for what),
 * {@link dev.troupe.node.netty.http.StrictRequestDecoder#refused} (how that is told).
 */
@NullMarked
package dev.troupe.node.netty.http;

import org.jspecify.annotations.NullMarked;
