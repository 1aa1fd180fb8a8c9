package dev.troupe.server.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** Reads keys and certificates from PEM (RFC 7468). Stateless, any thread. */
final class PemFiles {
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");
    private static final int LARGEST = 1 << 20;

    private PemFiles() {}

    static List<X509Certificate> chain(InputStream pem) throws GeneralSecurityException {
        List<X509Certificate> chain = CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                .map(X509Certificate.class::cast)
                .toList();
        if (chain.isEmpty()) {
            throw new GeneralSecurityException("there is no certificate");
        }
        return chain;
    }

    static PrivateKey key(InputStream pem) throws IOException, GeneralSecurityException {
        String text = new String(pem.readNBytes(LARGEST), StandardCharsets.US_ASCII);
        String begin = "-----BEGIN PRIVATE KEY-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END PRIVATE KEY-----");
        if (from < 0 || to < from) {
            throw new GeneralSecurityException("there is no \"PRIVATE KEY\"");
        }
        byte[] bytes = Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
        GeneralSecurityException unusable = new GeneralSecurityException("the key is none of " + ALGORITHMS);
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } catch (InvalidKeySpecException another) {
                unusable.addSuppressed(another);
            }
        }
        throw unusable;
    }
}
