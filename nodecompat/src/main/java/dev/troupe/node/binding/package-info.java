/**
 * The Java below the built-in modules: narrow functions over plain values, handed to built-in JavaScript by
 * {@code internalBinding}. The only package of this module that knows the JS engine.
 *
 * <p>Starting points: {@link dev.troupe.node.binding.BufferBinding}, {@link dev.troupe.node.binding.ByteViews},
 * {@link dev.troupe.js.spi.Binding}.
 */
@NullMarked
package dev.troupe.node.binding;

import org.jspecify.annotations.NullMarked;
