/** Project files as people write them, and the folders around them. */
@NullMarked
package dev.troupe.server.project;

import org.jspecify.annotations.NullMarked;
