/**
 * An HTTP/1.1 server on Netty: heads are judged before a body is read, bodies are collected or stored within bounds.
 *
 * <p>Starting points: {@link dev.troupe.server.http.HttpServer} (the listener), {@link dev.troupe.server.http.Endpoint}
 * (what it asks), {@link dev.troupe.server.http.Reception} (what becomes of a request).
 */
@NullMarked
package dev.troupe.server.http;

import org.jspecify.annotations.NullMarked;
