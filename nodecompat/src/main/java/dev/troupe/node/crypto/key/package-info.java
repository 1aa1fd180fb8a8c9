/**
 * Keys as Node's {@code KeyObject} and WebCrypto's {@code CryptoKey} hold them: values with their numbers, read from
 * and written to SPKI, PKCS#8, PKCS#1, SEC 1 and JWK. The JDK's own key classes refuse some of what Node accepts, so
 * they are made only where an operation of the JDK needs one.
 *
 * <p>Starting points: {@link dev.troupe.node.crypto.key.AsymmetricKey} (the kinds of keys),
 * {@link dev.troupe.node.crypto.key.KeyReader} (from bytes), {@link dev.troupe.node.crypto.key.KeyWriter} (to bytes).
 */
@NullMarked
package dev.troupe.node.crypto.key;

import org.jspecify.annotations.NullMarked;
