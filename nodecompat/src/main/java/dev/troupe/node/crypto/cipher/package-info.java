/**
 * Symmetric ciphers as streams of bytes, the way OpenSSL gives them out: output comes with the input, also of
 * authenticated ciphers, whose JDK versions keep everything back until the end. Every block is enciphered by the JDK.
 *
 * <p>Starting points: {@link dev.troupe.node.crypto.cipher.CipherStream}, {@link dev.troupe.node.crypto.cipher.Ciphers}
 * (makes them), {@link dev.troupe.node.crypto.cipher.AeadStream}.
 */
@NullMarked
package dev.troupe.node.crypto.cipher;

import org.jspecify.annotations.NullMarked;
