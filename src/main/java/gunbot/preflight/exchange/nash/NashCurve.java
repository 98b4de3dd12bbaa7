package gunbot.preflight.exchange.nash;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.HexFormat;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * ECDSA on secp256k1 as Nash wants it: deterministic (RFC 6979), the smaller of the two values of s, in DER, lower-case
 * hexadecimal digits. The JDK does not have this curve any more.
 */
final class NashCurve {
    private static final X9ECParameters SECP256K1 = CustomNamedCurves.getByName("secp256k1");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(SECP256K1);

    private NashCurve() {}

    /** Whether a text is a number that can be a private key of this curve. */
    static boolean isPrivateKey(String hex) {
        if (!hex.matches("[0-9A-Fa-f]{1,64}")) {
            return false;
        }
        var d = new BigInteger(hex, 16);
        return d.signum() > 0 && d.compareTo(DOMAIN.getN()) < 0;
    }

    /** Whether a public key, compressed or not, is that of a private key. */
    static boolean isPublicKeyOf(String publicHex, String privateHex) {
        if (!publicHex.matches("0[23][0-9A-Fa-f]{64}|04[0-9A-Fa-f]{128}")) {
            return false;
        }
        var point = new FixedPointCombMultiplier().multiply(DOMAIN.getG(), new BigInteger(privateHex, 16));
        var encoded = point.normalize().getEncoded(publicHex.length() == 66);
        return HexFormat.of().formatHex(encoded).equalsIgnoreCase(publicHex);
    }

    /** The signature of a digest. */
    static String sign(byte[] digest, String privateHex) {
        var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(new BigInteger(privateHex, 16), DOMAIN));
        var rs = signer.generateSignature(digest);
        var s = rs[1].min(DOMAIN.getN().subtract(rs[1]));
        return HexFormat.of().formatHex(der(rs[0], s));
    }

    /** A sequence of two integers; both are short enough for lengths of one byte. */
    private static byte[] der(BigInteger r, BigInteger s) {
        var both = new ByteArrayOutputStream();
        for (var value : new BigInteger[] {r, s}) {
            var bytes = value.toByteArray();
            both.write(2);
            both.write(bytes.length);
            both.writeBytes(bytes);
        }
        var der = new ByteArrayOutputStream();
        der.write(0x30);
        der.write(both.size());
        der.writeBytes(both.toByteArray());
        return der.toByteArray();
    }
}
