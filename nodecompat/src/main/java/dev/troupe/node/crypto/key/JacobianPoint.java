package dev.troupe.node.crypto.key;

import java.math.BigInteger;
import java.security.spec.ECPoint;

/**
 * A point in Jacobian coordinates, (X/Z², Y/Z³), on y² = x³ + ax + b over the field of p
 * (hyperelliptic.org/EFD/g1p/auto-shortw-jacobian.html). Immutable; made by one multiplication and gone with it.
 */
record JacobianPoint(BigInteger p, BigInteger a, BigInteger x, BigInteger y, BigInteger z) {

    /** The ladder: the same steps for each bit, whatever it is. */
    static JacobianPoint multiply(BigInteger p, BigInteger a, ECPoint point, BigInteger scalar) {
        JacobianPoint low = new JacobianPoint(p, a, BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);
        JacobianPoint high = point.equals(ECPoint.POINT_INFINITY)
                ? low
                : new JacobianPoint(p, a, point.getAffineX(), point.getAffineY(), BigInteger.ONE);
        for (int i = scalar.bitLength() - 1; i >= 0; i--) {
            JacobianPoint sum = low.plus(high);
            if (scalar.testBit(i)) {
                low = sum;
                high = high.twice();
            } else {
                high = sum;
                low = low.twice();
            }
        }
        return low;
    }

    ECPoint affine() {
        if (z.signum() == 0) {
            return ECPoint.POINT_INFINITY;
        }
        BigInteger inverse = z.modInverse(p);
        BigInteger squared = inverse.multiply(inverse).mod(p);
        return new ECPoint(
                x.multiply(squared).mod(p),
                y.multiply(squared).mod(p).multiply(inverse).mod(p));
    }

    private JacobianPoint twice() {
        if (z.signum() == 0 || y.signum() == 0) {
            return new JacobianPoint(p, a, BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);
        }
        BigInteger yy = y.multiply(y).mod(p);
        BigInteger zz = z.multiply(z).mod(p);
        BigInteger s = x.multiply(yy).shiftLeft(2).mod(p);
        BigInteger m = x.multiply(x)
                .multiply(BigInteger.valueOf(3))
                .add(a.multiply(zz.multiply(zz)))
                .mod(p);
        BigInteger nextX = m.multiply(m).subtract(s.shiftLeft(1)).mod(p);
        BigInteger nextY = m.multiply(s.subtract(nextX))
                .subtract(yy.multiply(yy).shiftLeft(3))
                .mod(p);
        return new JacobianPoint(p, a, nextX, nextY, y.multiply(z).shiftLeft(1).mod(p));
    }

    JacobianPoint plus(JacobianPoint other) {
        if (z.signum() == 0) {
            return other;
        }
        if (other.z.signum() == 0) {
            return this;
        }
        BigInteger zz = z.multiply(z).mod(p);
        BigInteger otherZz = other.z.multiply(other.z).mod(p);
        BigInteger u = x.multiply(otherZz).mod(p);
        BigInteger h = other.x.multiply(zz).subtract(u).mod(p);
        BigInteger s = y.multiply(otherZz).multiply(other.z).mod(p);
        BigInteger r = other.y.multiply(zz).multiply(z).subtract(s).mod(p);
        if (h.signum() == 0) {
            return r.signum() == 0 ? twice() : new JacobianPoint(p, a, BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);
        }
        BigInteger hh = h.multiply(h).mod(p);
        BigInteger hhh = hh.multiply(h).mod(p);
        BigInteger v = u.multiply(hh).mod(p);
        BigInteger nextX = r.multiply(r).subtract(hhh).subtract(v.shiftLeft(1)).mod(p);
        BigInteger nextY =
                r.multiply(v.subtract(nextX)).subtract(s.multiply(hhh)).mod(p);
        return new JacobianPoint(
                p, a, nextX, nextY, h.multiply(z).multiply(other.z).mod(p));
    }
}
