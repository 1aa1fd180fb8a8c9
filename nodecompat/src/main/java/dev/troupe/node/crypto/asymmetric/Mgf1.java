package dev.troupe.node.crypto.asymmetric;

import dev.troupe.node.crypto.Digests;
import java.security.MessageDigest;

/** The mask MGF1 (RFC 8017 §B.2.1). Stateless, any thread. */
final class Mgf1 {
    private Mgf1() {}

    /** Masks {@code length} bytes of {@code target} in place. */
    static void mask(byte[] target, int offset, int length, String hash, byte[] seed) {
        MessageDigest function = Digests.require(hash);
        int at = 0;
        for (int counter = 0; at < length; counter++) {
            function.update(seed);
            byte[] part = function.digest(
                    new byte[] {(byte) (counter >>> 24), (byte) (counter >>> 16), (byte) (counter >>> 8), (byte) counter
                    });
            for (int i = 0; i < part.length && at < length; i++, at++) {
                target[offset + at] ^= part[i];
            }
        }
    }
}
