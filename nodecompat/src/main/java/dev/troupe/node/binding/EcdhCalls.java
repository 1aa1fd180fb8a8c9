package dev.troupe.node.binding;

import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.asymmetric.Agreement;
import dev.troupe.node.crypto.key.AsymmetricKey;
import dev.troupe.node.crypto.key.Curve;
import dev.troupe.node.crypto.key.Curves;
import dev.troupe.node.crypto.key.EcKey;
import dev.troupe.node.crypto.key.Numbers;
import dev.troupe.node.crypto.key.OkpKey;
import java.math.BigInteger;
import java.security.spec.ECPoint;
import org.graalvm.polyglot.Value;

/** What Node's class {@code ECDH} and raw public keys ask of a curve. Stateless; loop thread. */
final class EcdhCalls {
    private EcdhCalls() {}

    /** A public key of encoded bytes. */
    static EcKey publicKey(String curveName, Value point) {
        Curve curve = Curves.require(curveName);
        ECPoint decoded = curve.decode(CryptoCalls.data(point)).orElseThrow(EcdhCalls::noPoint);
        return new EcKey(curve, decoded, null, false);
    }

    private static CryptoFailure noPoint() {
        return CryptoFailure.of("ERR_CRYPTO_OPERATION_FAILED", "Failed to convert Buffer to EC_POINT");
    }

    /** The bytes of a public key as they stand in protocols. */
    static byte[] raw(AsymmetricKey key) {
        if (key instanceof EcKey ec) {
            return ec.curve().encode(ec.point(), Curve.UNCOMPRESSED);
        }
        return ((OkpKey) key).publicBytes().clone();
    }

    /** A private key of a number's bytes. */
    static EcKey privateKey(String curveName, byte[] scalar) {
        Curve curve = Curves.require(curveName);
        BigInteger number = Numbers.of(scalar);
        if (!curve.isScalar(number)) {
            throw CryptoFailure.range("ERR_CRYPTO_INVALID_KEYTYPE", "Private key is not valid for specified curve.");
        }
        return EcKey.ofScalar(curve, number);
    }

    /** Arguments: private key, the other's encoded point. */
    static byte[] secret(Value[] a) {
        EcKey own = (EcKey) KeyBinding.key(a[0]);
        ECPoint other = own.curve()
                .decode(CryptoCalls.data(a[1]))
                .orElseThrow(() -> CryptoFailure.of(
                        "ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY", "Public key is not valid for specified curve"));
        return Agreement.secret(own.curve(), own.requireScalar(), other);
    }

    /** Arguments: key, form. */
    static byte[] encoded(Value[] a) {
        EcKey key = (EcKey) KeyBinding.key(a[0]);
        return key.curve().encode(key.point(), a[1].asInt());
    }

    /** The private number, as few bytes as hold it. */
    static byte[] scalar(Value handle) {
        return Numbers.minimal(((EcKey) KeyBinding.key(handle)).requireScalar());
    }

    /** Arguments: curve, encoded point, form. */
    static byte[] convert(Value[] a) {
        Curve curve = Curves.require(a[0].asString());
        return curve.encode(curve.decode(CryptoCalls.data(a[1])).orElseThrow(EcdhCalls::noPoint), a[2].asInt());
    }
}
