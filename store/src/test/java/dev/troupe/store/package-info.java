/** Tests of the store, on real files. */
@NullMarked
package dev.troupe.store;

import org.jspecify.annotations.NullMarked;
