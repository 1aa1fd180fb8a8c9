/** Hosts with the real engine, real files and real SQLite, over their own end. */
@NullMarked
package dev.troupe.server.host;

import org.jspecify.annotations.NullMarked;
