/** Tests of the actors' file system. */
@NullMarked
package dev.troupe.core.file;

import org.jspecify.annotations.NullMarked;
