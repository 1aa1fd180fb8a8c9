/**
 * Sockets on Netty: shared threads, listeners, connections and the strict HTTP/1.1 stage, as plain values and bytes.
 * The only package of this module that knows Netty; it knows no JS engine.
 *
 * <p>Starting points: {@link dev.troupe.node.netty.Network} (what one actor has),
 * {@link dev.troupe.node.netty.Connection} (one socket), {@link dev.troupe.node.netty.RequestDecoder} (what is
 * refused).
 */
@NullMarked
package dev.troupe.node.netty;

import org.jspecify.annotations.NullMarked;
