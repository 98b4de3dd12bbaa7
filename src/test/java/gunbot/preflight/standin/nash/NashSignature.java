package gunbot.preflight.standin.nash;

import gunbot.preflight.standin.Sums;
import java.math.BigInteger;
import java.util.HexFormat;

/** Verifies ECDSA on secp256k1 with nothing but whole numbers. */
final class NashSignature {
    private static final BigInteger P =
            new BigInteger("fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f", 16);
    private static final BigInteger N =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
    private static final Point G = new Point(
            new BigInteger("79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798", 16),
            new BigInteger("483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8", 16));
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private NashSignature() {}

    /** In Jacobian coordinates, since a division for every step takes a hundred times as long; infinity where z is 0. */
    private record Point(BigInteger x, BigInteger y, BigInteger z) {
        Point(BigInteger x, BigInteger y) {
            this(x, y, BigInteger.ONE);
        }
    }

    /** The signature must be DER, with the smaller s, in lower-case digits. */
    static boolean verifies(String publicHex, String message, String signature) {
        BigInteger[] rs = read(signature);
        if (rs == null || rs[1].compareTo(N.shiftRight(1)) > 0 || rs[0].signum() < 1 || rs[1].signum() < 1) {
            return false;
        }
        BigInteger hash = new BigInteger(1, Sums.sha256(Sums.bytes(message)));
        BigInteger inverse = rs[1].modInverse(N);
        Point sum = add(
                times(G, hash.multiply(inverse).mod(N)),
                times(point(publicHex), rs[0].multiply(inverse).mod(N)));
        return sum.z().signum() != 0 && affineX(sum).mod(N).equals(rs[0]);
    }

    private static BigInteger[] read(String hex) {
        if (!hex.matches("30([0-9a-f]{2})+")) {
            return null;
        }
        byte[] der = HexFormat.of().parseHex(hex);
        int first = der[3];
        if (der[1] != der.length - 2
                || der[2] != 2
                || der[4 + first] != 2
                || der[5 + first] != der.length - 6 - first) {
            return null;
        }
        return new BigInteger[] {new BigInteger(der, 4, first), new BigInteger(der, 6 + first, der.length - 6 - first)};
    }

    private static Point point(String hex) {
        BigInteger x = new BigInteger(hex.substring(2, 66), 16);
        if (hex.length() == 130) {
            return new Point(x, new BigInteger(hex.substring(66), 16));
        }
        BigInteger square = x.pow(3).add(BigInteger.valueOf(7)).mod(P);
        BigInteger y = square.modPow(P.add(BigInteger.ONE).shiftRight(2), P);
        return new Point(x, y.testBit(0) == hex.startsWith("03") ? y : P.subtract(y));
    }

    private static BigInteger affineX(Point point) {
        return point.x()
                .multiply(point.z().modPow(BigInteger.TWO, P).modInverse(P))
                .mod(P);
    }

    private static Point times(Point point, BigInteger factor) {
        Point sum = new Point(BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);
        for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
            sum = twice(sum);
            sum = factor.testBit(bit) ? add(sum, point) : sum;
        }
        return sum;
    }

    private static Point twice(Point a) {
        BigInteger square = a.y().multiply(a.y()).mod(P);
        BigInteger s = a.x().multiply(square).shiftLeft(2).mod(P);
        BigInteger m = a.x().multiply(a.x()).multiply(THREE).mod(P);
        BigInteger x = m.multiply(m).subtract(s.shiftLeft(1)).mod(P);
        BigInteger y = m.multiply(s.subtract(x))
                .subtract(square.multiply(square).shiftLeft(3))
                .mod(P);
        return new Point(x, y, a.y().multiply(a.z()).shiftLeft(1).mod(P));
    }

    private static Point add(Point a, Point b) {
        if (a.z().signum() == 0 || b.z().signum() == 0) {
            return a.z().signum() == 0 ? b : a;
        }
        BigInteger az = a.z().multiply(a.z()).mod(P);
        BigInteger bz = b.z().multiply(b.z()).mod(P);
        BigInteger u = a.x().multiply(bz).mod(P);
        BigInteger h = b.x().multiply(az).subtract(u).mod(P);
        BigInteger s = a.y().multiply(bz).multiply(b.z()).mod(P);
        BigInteger r = b.y().multiply(az).multiply(a.z()).subtract(s).mod(P);
        if (h.signum() == 0 && r.signum() == 0) {
            return twice(a);
        }
        BigInteger hh = h.multiply(h).mod(P);
        BigInteger hhh = hh.multiply(h).mod(P);
        BigInteger v = u.multiply(hh).mod(P);
        BigInteger x = r.multiply(r).subtract(hhh).subtract(v.shiftLeft(1)).mod(P);
        BigInteger y = r.multiply(v.subtract(x)).subtract(s.multiply(hhh)).mod(P);
        return new Point(x, y, a.z().multiply(b.z()).multiply(h).mod(P));
    }
}
