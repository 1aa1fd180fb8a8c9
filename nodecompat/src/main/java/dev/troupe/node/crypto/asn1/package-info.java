/**
 * The encodings that keys and certificates come in: ASN.1's DER (X.690) and PEM (RFC 7468). Pure functions and cursors
 * over byte arrays.
 *
 * <p>Starting points: {@link dev.troupe.node.crypto.asn1.DerReader}, {@link dev.troupe.node.crypto.asn1.Der} (writing),
 * {@link dev.troupe.node.crypto.asn1.Pem}.
 */
@NullMarked
package dev.troupe.node.crypto.asn1;

import org.jspecify.annotations.NullMarked;
