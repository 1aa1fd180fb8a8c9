/**
 * Cryptography against published vectors and against itself.
 *
 * <p>Starting points: {@link dev.troupe.node.crypto.OwnAlgorithmsTest} (what the JDK lacks),
 * {@link dev.troupe.node.crypto.KeysTest} (encodings and signatures), {@link dev.troupe.node.crypto.StreamsTest}
 * (ciphers).
 */
@NullMarked
package dev.troupe.node.crypto;

import org.jspecify.annotations.NullMarked;
