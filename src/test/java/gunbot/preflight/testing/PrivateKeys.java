package gunbot.preflight.testing;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Key pairs whose private half only the user has, as he would keep it. */
public final class PrivateKeys {
    private PrivateKeys() {}

    public static KeyPair ed25519() {
        return pair("Ed25519", 255);
    }

    public static KeyPair rsa() {
        return pair("RSA", 2048);
    }

    public static KeyPair pair(String algorithm, int size) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PKCS#8 in PEM form, with lines of 64 characters. */
    public static String pem(Key key) {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    public static String pem(String kind, byte[] encoded) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
