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

    private record Point(BigInteger x, BigInteger y) {}

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
        return sum != null && sum.x().mod(N).equals(rs[0]);
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

    private static Point times(Point point, BigInteger factor) {
        Point sum = null;
        for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
            sum = add(sum, sum);
            sum = factor.testBit(bit) ? add(sum, point) : sum;
        }
        return sum;
    }

    /** Null is the point at infinity. */
    private static Point add(Point a, Point b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        if (a.x().equals(b.x()) && !a.y().equals(b.y())) {
            return null;
        }
        BigInteger slope = a.equals(b)
                ? a.x().pow(2).multiply(THREE).multiply(a.y().shiftLeft(1).modInverse(P))
                : b.y().subtract(a.y()).multiply(b.x().subtract(a.x()).mod(P).modInverse(P));
        BigInteger x = slope.pow(2).subtract(a.x()).subtract(b.x()).mod(P);
        return new Point(x, slope.multiply(a.x().subtract(x)).subtract(a.y()).mod(P));
    }
}
