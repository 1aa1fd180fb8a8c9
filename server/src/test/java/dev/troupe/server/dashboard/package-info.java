@NullMarked
package dev.troupe.server.dashboard;

import org.jspecify.annotations.NullMarked;
