package dev.troupe.node.crypto.key;

import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.Randomness;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.util.Arrays;
import java.util.Optional;

/**
 * A named curve over a prime field (SEC 1, SEC 2, RFC 5639). Constants, any thread; {@link Curves} has them all.
 *
 * <p>Where the JDK knows the curve ({@link #inJdk}) its code, which does not tell secrets by time, makes secrets and
 * signatures. The arithmetic for the others works on {@link BigInteger}, whose time depends on the numbers: each secret
 * scalar is blinded by a random multiple of the order.
 */
public final class Curve {
    /** The forms of an encoded point (SEC 1 §2.3.3), by the numbers of Node's {@code POINT_CONVERSION_*}. */
    public static final int COMPRESSED = 2;

    public static final int UNCOMPRESSED = 4;
    public static final int HYBRID = 6;

    private final String name;
    private final String oid;
    private final BigInteger p;
    private final BigInteger n;
    private final ECParameterSpec parameters;

    Curve(String name, String oid, BigInteger... numbers) {
        this.name = name;
        this.oid = oid;
        this.p = numbers[0];
        this.n = numbers[5];
        this.parameters = new ECParameterSpec(
                new EllipticCurve(new ECFieldFp(p), numbers[1], numbers[2]), new ECPoint(numbers[3], numbers[4]), n, 1);
    }

    /** OpenSSL's name. */
    public String name() {
        return name;
    }

    String oid() {
        return oid;
    }

    BigInteger p() {
        return p;
    }

    BigInteger a() {
        return parameters.getCurve().getA();
    }

    BigInteger b() {
        return parameters.getCurve().getB();
    }

    /** The order of the generator. */
    public BigInteger n() {
        return n;
    }

    public ECPoint generator() {
        return parameters.getGenerator();
    }

    /** Bytes of a coordinate. */
    public int size() {
        return (p.bitLength() + 7) / 8;
    }

    /** Bytes of a private number. */
    public int scalarSize() {
        return (n.bitLength() + 7) / 8;
    }

    /** Does the JDK's provider have this curve? */
    public boolean inJdk() {
        return switch (name) {
            case "prime256v1", "secp384r1", "secp521r1" -> true;
            default -> false;
        };
    }

    /** Is it a private number of this curve? */
    public boolean isScalar(BigInteger number) {
        return number.signum() > 0 && number.compareTo(n) < 0;
    }

    /** A random private number. */
    public BigInteger randomScalar() {
        while (true) {
            BigInteger number = new BigInteger(n.bitLength(), Randomness.source());
            if (isScalar(number)) {
                return number;
            }
        }
    }

    /** The JDK's private key. */
    public PrivateKey jdkPrivate(BigInteger scalar) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(scalar, parameters));
    }

    /** The JDK's public key. */
    public PublicKey jdkPublic(ECPoint point) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, parameters));
    }

    /** Is it a finite point of this curve? */
    public boolean contains(ECPoint point) {
        if (point.equals(ECPoint.POINT_INFINITY)) {
            return false;
        }
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        return x.signum() >= 0
                && y.signum() >= 0
                && x.compareTo(p) < 0
                && y.compareTo(p) < 0
                && y.multiply(y).mod(p).equals(square(x));
    }

    private BigInteger square(BigInteger x) {
        return x.multiply(x).add(a()).multiply(x).add(b()).mod(p);
    }

    /** {@code scalar} times a point; the scalar is a secret. */
    public ECPoint multiply(ECPoint point, BigInteger scalar) {
        BigInteger blinded = scalar.add(n.multiply(new BigInteger(64, Randomness.source())));
        return JacobianPoint.multiply(p, a(), point, blinded).affine();
    }

    /** {@code u} times the generator plus {@code v} times a point, all of it public. */
    public ECPoint combine(BigInteger u, ECPoint point, BigInteger v) {
        return JacobianPoint.multiply(p, a(), generator(), u)
                .plus(JacobianPoint.multiply(p, a(), point, v))
                .affine();
    }

    /** A finite point's bytes in one of the three forms. */
    public byte[] encode(ECPoint point, int form) {
        int size = size();
        boolean odd = point.getAffineY().testBit(0);
        byte[] bytes = new byte[form == COMPRESSED ? 1 + size : 1 + 2 * size];
        bytes[0] = (byte) (form == UNCOMPRESSED ? form : form + (odd ? 1 : 0));
        System.arraycopy(Numbers.fixed(point.getAffineX(), size), 0, bytes, 1, size);
        if (form != COMPRESSED) {
            System.arraycopy(Numbers.fixed(point.getAffineY(), size), 0, bytes, 1 + size, size);
        }
        return bytes;
    }

    /** The point of some bytes; empty if they are no finite point of this curve. */
    public Optional<ECPoint> decode(byte[] bytes) {
        int size = size();
        if (bytes.length == 0) {
            return Optional.empty();
        }
        int form = bytes[0];
        if ((form == 2 || form == 3) && bytes.length == 1 + size) {
            return decompress(Numbers.of(Arrays.copyOfRange(bytes, 1, bytes.length)), form == 3);
        }
        if (form != 4 && form != 6 && form != 7 || bytes.length != 1 + 2 * size) {
            return Optional.empty();
        }
        ECPoint point = new ECPoint(
                Numbers.of(Arrays.copyOfRange(bytes, 1, 1 + size)),
                Numbers.of(Arrays.copyOfRange(bytes, 1 + size, bytes.length)));
        boolean fits = form == 4 || point.getAffineY().testBit(0) == (form == 7);
        return fits && contains(point) ? Optional.of(point) : Optional.empty();
    }

    private Optional<ECPoint> decompress(BigInteger x, boolean odd) {
        if (!p.testBit(1)) {
            throw CryptoFailure.of(
                    "ERR_CRYPTO_OPERATION_FAILED", "Compressed points of the curve " + name + " are not supported");
        }
        BigInteger root = square(x).modPow(p.add(BigInteger.ONE).shiftRight(2), p); // p is 3 modulo 4
        ECPoint point = new ECPoint(x, root.testBit(0) == odd ? root : p.subtract(root));
        return contains(point) ? Optional.of(point) : Optional.empty();
    }
}
