/** The API over real sockets: with the official client, and with what no client would send. */
@NullMarked
package dev.troupe.server.api;

import org.jspecify.annotations.NullMarked;
