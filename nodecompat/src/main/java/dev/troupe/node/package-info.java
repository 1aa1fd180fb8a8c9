/**
 * Node's built-in modules: their JavaScript is in the resources under {@code META-INF/troupe/node}, the Java below it
 * in the packages beside this one.
 *
 * <p>Starting points: {@link dev.troupe.node.NodeExtension} (what the runtime finds),
 * {@link dev.troupe.node.binding.BufferBinding} (a binding), {@link dev.troupe.node.binding.TcpBinding} (the way to the
 * sockets).
 */
@NullMarked
package dev.troupe.node;

import org.jspecify.annotations.NullMarked;
