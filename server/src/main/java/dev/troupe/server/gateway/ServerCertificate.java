package dev.troupe.server.gateway;

import io.netty.handler.codec.http2.Http2SecurityUtil;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What a gateway proves its name with: a key and the chain of certificates from its own upwards. Immutable, any thread;
 * the key is never printed.
 */
public final class ServerCertificate {
    private static final int KEYTOOL_SECONDS = 30;
    private static final String ALIAS = "gateway";

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private ServerCertificate(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /**
     * Reads PEM files, as certification authorities give them.
     *
     * @param chain the certificate, and those that vouch for it
     * @param key its key, PKCS#8, not encrypted
     * @throws IOException if they cannot be read, or do not hold that
     */
    public static ServerCertificate read(Path chain, Path key) throws IOException {
        try (InputStream certificates = Files.newInputStream(chain);
                InputStream secret = Files.newInputStream(key)) {
            return new ServerCertificate(PemFiles.key(secret), PemFiles.chain(certificates));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IOException(
                    "The certificate " + chain + " and the key " + key + " cannot be used: " + unusable.getMessage()
                            + ". Both have to be PEM, the key PKCS#8 without a password.",
                    unusable);
        }
    }

    /**
     * Makes one that nobody vouches for, for development, with the JDK's own {@code keytool}: a client has to be told
     * to take it. It is valid for a year, and forgotten with the process.
     *
     * @param names what it is for: host names, and IP addresses
     */
    public static ServerCertificate selfMade(List<String> names) throws IOException {
        Path folder = Files.createTempDirectory("troupe-certificate");
        Path file = folder.resolve("store.p12");
        String password = HexFormat.of().formatHex(random());
        try {
            generate(file, password, names);
            KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
            Certificate certificate = Objects.requireNonNull(store.getCertificate(ALIAS));
            return new ServerCertificate(
                    (PrivateKey) store.getKey(ALIAS, password.toCharArray()), List.of((X509Certificate) certificate));
        } catch (GeneralSecurityException impossible) {
            throw new IOException("The certificate that keytool made cannot be used.", impossible);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static void generate(Path file, String password, List<String> names) throws IOException {
        String alternatives = String.join(
                ",",
                names.stream()
                        .map(name -> (name.matches("[0-9.]+|.*:.*") ? "ip:" : "dns:") + name)
                        .toList());
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + names.get(0),
                        "-ext",
                        "san=" + alternatives,
                        "-validity",
                        "365",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass:env",
                        "TROUPE_STORE")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        command.environment().put("TROUPE_STORE", password);
        finish(command.start());
    }

    private static void finish(Process keytool) throws IOException {
        try {
            if (!keytool.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS)) {
                keytool.destroyForcibly();
                throw new IOException("keytool did not end within " + KEYTOOL_SECONDS + " s.");
            }
        } catch (InterruptedException interrupted) {
            keytool.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while keytool made a certificate.", interrupted);
        }
        if (keytool.exitValue() != 0) {
            throw new IOException("keytool made no certificate: it ended with " + keytool.exitValue() + ".");
        }
    }

    /** SHA-256 of the certificate, in the form that browsers show. */
    public String fingerprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(chain.get(0).getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }

    /** The certificates, the gateway's own first. */
    public List<X509Certificate> chain() {
        return chain;
    }

    SslContext context() throws IOException {
        return SslContextBuilder.forServer(key, chain)
                .sslProvider(SslProvider.JDK)
                .ciphers(Http2SecurityUtil.CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        ApplicationProtocolNames.HTTP_2,
                        ApplicationProtocolNames.HTTP_1_1))
                .build();
    }

    @Override
    public String toString() {
        return "ServerCertificate[" + fingerprint() + "]";
    }
}
