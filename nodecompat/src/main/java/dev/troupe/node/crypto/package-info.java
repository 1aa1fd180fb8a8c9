/**
 * Cryptography as Node's {@code crypto} and WebCrypto need it, over the JDK's providers and without the engine: what
 * the JDK lacks (scrypt, SHAKE, CCM, OCB, secp256k1, PEM) is small and here. Failures are
 * {@link dev.troupe.node.crypto.CryptoFailure}s with Node's codes.
 *
 * <p>Starting points: {@link dev.troupe.node.crypto.Digests} (hash functions by OpenSSL's names),
 * {@link dev.troupe.node.crypto.Hmac} (keyed hashes), {@link dev.troupe.node.crypto.CryptoFailure} (errors).
 */
@NullMarked
package dev.troupe.node.crypto;

import org.jspecify.annotations.NullMarked;
