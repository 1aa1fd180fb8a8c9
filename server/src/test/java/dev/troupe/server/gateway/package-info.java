/** Tests of the gateway: real sockets on both sides of it, and programs run as actors. */
@NullMarked
package dev.troupe.server.gateway;

import org.jspecify.annotations.NullMarked;
