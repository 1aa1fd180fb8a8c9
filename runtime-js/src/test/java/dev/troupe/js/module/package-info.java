/** Tests of the pure parts of the module loader. */
@NullMarked
package dev.troupe.js.module;

import org.jspecify.annotations.NullMarked;
