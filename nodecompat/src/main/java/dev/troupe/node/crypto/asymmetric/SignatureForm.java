package dev.troupe.node.crypto.asymmetric;

import dev.troupe.node.crypto.asn1.Der;
import dev.troupe.node.crypto.asn1.DerReader;
import dev.troupe.node.crypto.asn1.MalformedException;
import dev.troupe.node.crypto.key.Numbers;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * The two numbers of a DSA or ECDSA signature, in DER (RFC 3279 §2.2.3) or side by side (IEEE P1363).
 *
 * @param r the first
 * @param s the second
 */
record SignatureForm(BigInteger r, BigInteger s) {

    byte[] encode(boolean plain, int size) {
        if (!plain) {
            return Der.sequence(Der.integer(r), Der.integer(s));
        }
        byte[] both = Arrays.copyOf(Numbers.fixed(r, size), 2 * size);
        System.arraycopy(Numbers.fixed(s, size), 0, both, size, size);
        return both;
    }

    /** Empty if the bytes are malformed or a number is not between 0 and {@code order}. */
    static Optional<SignatureForm> decode(byte[] bytes, boolean plain, int size, BigInteger order) {
        try {
            SignatureForm form = plain ? plain(bytes, size) : der(bytes);
            return form.fits(order) ? Optional.of(form) : Optional.empty();
        } catch (MalformedException malformed) {
            return Optional.empty();
        }
    }

    private boolean fits(BigInteger order) {
        return r.signum() > 0 && s.signum() > 0 && r.compareTo(order) < 0 && s.compareTo(order) < 0;
    }

    private static SignatureForm plain(byte[] bytes, int size) {
        if (bytes.length != 2 * size) {
            throw new MalformedException("a signature of " + bytes.length + " bytes");
        }
        return new SignatureForm(
                Numbers.of(Arrays.copyOf(bytes, size)), Numbers.of(Arrays.copyOfRange(bytes, size, 2 * size)));
    }

    private static SignatureForm der(byte[] bytes) {
        DerReader all = DerReader.of(bytes);
        DerReader numbers = all.sequence();
        SignatureForm form = new SignatureForm(numbers.integer(), numbers.integer());
        if (!all.atEnd() || !numbers.atEnd()) {
            throw new MalformedException("bytes after the signature");
        }
        return form;
    }
}
