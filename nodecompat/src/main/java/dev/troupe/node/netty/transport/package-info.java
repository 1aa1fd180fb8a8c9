/**
 * What the sockets of actors and the gateway share: the threads of the transport, and connections that stay inside the
 * JVM.
 *
 * <p>Starting points: {@link dev.troupe.node.netty.transport.TransportThreads} (who moves bytes),
 * {@link dev.troupe.node.netty.transport.GuardedPort} (an actor's port without a socket),
 * {@link dev.troupe.node.netty.transport.PipeChannel} (one end of a connection to it).
 */
@NullMarked
package dev.troupe.node.netty.transport;

import org.jspecify.annotations.NullMarked;
