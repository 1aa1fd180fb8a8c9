/** Connection URLs with their keys in real files. */
@NullMarked
package dev.troupe.server.connection;

import org.jspecify.annotations.NullMarked;
