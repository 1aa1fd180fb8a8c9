/**
 * Certificates as Node's {@code X509Certificate} shows them: read from DER here, because the JDK's class hides order
 * and text that OpenSSL shows.
 *
 * <p>Starting points: {@link dev.troupe.node.crypto.x509.Certificate},
 * {@link dev.troupe.node.crypto.x509.DistinguishedName}, {@link dev.troupe.node.crypto.x509.GeneralName}.
 */
@NullMarked
package dev.troupe.node.crypto.x509;

import org.jspecify.annotations.NullMarked;
