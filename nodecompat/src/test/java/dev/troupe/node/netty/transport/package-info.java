/** Tests of connections inside the JVM. */
@NullMarked
package dev.troupe.node.netty.transport;

import org.jspecify.annotations.NullMarked;
