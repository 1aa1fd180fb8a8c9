/**
 * What keys are for: signatures, RSA encryption, key agreement. The paddings of RSA are here, because the JDK's do not
 * tell the salt's length nor take every hash function; the powers and the signatures below them are the JDK's where it
 * has them.
 *
 * <p>Starting points: {@link dev.troupe.node.crypto.asymmetric.Signatures},
 * {@link dev.troupe.node.crypto.asymmetric.RsaCipher}, {@link dev.troupe.node.crypto.asymmetric.Agreement}.
 */
@NullMarked
package dev.troupe.node.crypto.asymmetric;

import org.jspecify.annotations.NullMarked;
