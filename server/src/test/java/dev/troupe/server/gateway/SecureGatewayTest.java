package dev.troupe.server.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway over TLS, with a certificate that it made itself and that the client was told of. */
class SecureGatewayTest {
    @TempDir
    Path folder = Path.of("");

    private static SSLContext trusting(ServerCertificate certificate) throws Exception {
        KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        known.setCertificateEntry("gateway", certificate.chain().get(0));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void bodiesAndWebSocketsGoOverTls() throws Exception {
        ServerCertificate certificate = ServerCertificate.selfMade(List.of("localhost", "127.0.0.1"));
        SSLContext context = trusting(certificate);
        try (Stage stage = new Stage(GatewayOptions.local().withCertificate(certificate))) {
            Actor actor = stage.actor();
            assertEquals("https", actor.url("http").getScheme());
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(context)
                    .build();
            HttpResponse<String> seen = client.send(
                    HttpRequest.newBuilder(URI.create(actor.url("http") + "/seen"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertTrue(seen.body().contains("\"x-forwarded-proto\":\"https\""), seen.body());
            byte[] bytes = new byte[1 << 20];
            new Random(3).nextBytes(bytes);
            HttpResponse<byte[]> echo = client.send(
                    HttpRequest.newBuilder(URI.create(actor.url("http") + "/echo"))
                            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertArrayEquals(bytes, echo.body());
            InetSocketAddress at = stage.gateway.address();
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(at.getAddress(), at.getPort());
            try (Wire wire = new Wire(socket)) {
                wire.say("GET /" + actor.id() + "-http/ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\n"
                        + "Upgrade: websocket\r\n\r\n");
                assertTrue(wire.head().startsWith("HTTP/1.1 101 "));
                wire.say(bytes);
                assertEquals(new String(bytes, StandardCharsets.ISO_8859_1), wire.bytes(bytes.length));
            }
            Stage.awaitLine(actor, "socket closed");
            try (Wire plain = stage.wire()) { // who does not speak TLS gets no answer of HTTP
                assertTrue(
                        !plain.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n").rest().contains("HTTP/1.1 200"));
            }
        }
    }

    @Test
    void manyRequestsShareAConnectionOverHttp2() throws Exception {
        ServerCertificate certificate = ServerCertificate.selfMade(List.of("127.0.0.1"));
        try (Stage stage = new Stage(GatewayOptions.local().withCertificate(certificate))) {
            Actor actor = stage.actor();
            HttpClient client =
                    HttpClient.newBuilder().sslContext(trusting(certificate)).build();
            HttpResponse<String> seen = client.send(request(actor, "/seen").build(), text());
            assertEquals(HttpClient.Version.HTTP_2, seen.version());
            assertTrue(seen.body().contains("\"version\":\"1.1\""), seen.body());
            assertTrue(seen.body().contains("\"x-forwarded-proto\":\"https\""), seen.body());
            assertTrue(!seen.body().contains("x-http2") && seen.body().contains("\"host\":\"127.0.0.1:"), seen.body());
            byte[] bytes = new byte[1 << 20];
            new Random(4).nextBytes(bytes);
            List<CompletableFuture<HttpResponse<byte[]>>> echoes = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                echoes.add(client.sendAsync(
                        request(actor, "/echo")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray()));
            }
            for (CompletableFuture<HttpResponse<byte[]>> echo : echoes) {
                assertArrayEquals(bytes, echo.get(30, TimeUnit.SECONDS).body());
            }
            assertEquals(1, stage.gateway.connections());
            assertEquals(
                    204, client.send(request(actor, "/none").build(), text()).statusCode());
            HttpResponse<String> head = client.send(
                    request(actor, "/fixed")
                            .method("HEAD", HttpRequest.BodyPublishers.noBody())
                            .build(),
                    text());
            assertEquals("", head.body());
            assertEquals(
                    404, client.send(request(actor, "/missing").build(), text()).statusCode());
            assertEquals(
                    404,
                    client.send(
                                    HttpRequest.newBuilder(stage.gateway
                                                    .endpoints()
                                                    .base()
                                                    .resolve("/nobody"))
                                            .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                            .build(),
                                    text())
                            .statusCode());
            assertEquals(
                    502, client.send(request(actor, "/close").build(), text()).statusCode());
            assertThrows(
                    IOException.class, () -> client.send(request(actor, "/cut").build(), text()));
            stage.gateway.drain();
            Stage.await("nobody is connected", () -> stage.gateway.connections() == 0);
        }
    }

    private static HttpRequest.Builder request(Actor actor, String path) {
        return HttpRequest.newBuilder(URI.create(actor.url("http") + path));
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }

    @Test
    void certificatesAreReadFromPem() throws Exception {
        ServerCertificate made = ServerCertificate.selfMade(List.of("localhost"));
        Path chain = folder.resolve("chain.pem");
        Path key = folder.resolve("key.pem");
        Files.writeString(chain, pem("CERTIFICATE", made.chain().get(0).getEncoded()));
        byte[] other = KeyPairGenerator.getInstance("EC")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        Files.writeString(key, pem("PRIVATE KEY", other));
        assertEquals(made.fingerprint(), ServerCertificate.read(chain, key).fingerprint());
        Files.writeString(key, pem("ENCRYPTED PRIVATE KEY", other));
        String message = assertThrows(IOException.class, () -> ServerCertificate.read(chain, key))
                .getMessage();
        assertTrue(String.valueOf(message).contains("PKCS#8"), message);
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + what
                + "-----\n";
    }
}
