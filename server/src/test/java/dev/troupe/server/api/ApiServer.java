package dev.troupe.server.api;

import dev.troupe.core.ActorHost;
import dev.troupe.core.GatewayAddress;
import dev.troupe.core.Script;
import dev.troupe.server.json.Json;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A host with a build named {@code a}, its API on a port of its own, and a client with the token. */
@SuppressWarnings("NullAway") // an answer that lacks a member fails the test
final class ApiServer implements AutoCloseable {
    static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private static final byte[] NOTHING = new byte[0];

    final ActorHost host;
    final Api api;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ApiServer(ActorHost host, Api api) {
        this.host = host;
        this.api = api;
    }

    static ApiServer open(Path directory) throws Exception {
        ActorHost host = ActorHost.builder()
                .dataDirectory(directory)
                .sampling(Duration.ofMillis(100))
                .gateway(new GatewayAddress(URI.create("http://gateway.test:1"), Optional.of("actors.test")))
                .build();
        host.deploy(
                Script.inline(
                        "a.mjs",
                        "export default { async start() { console.log('one'); console.error('Two');"
                                + " await new Promise(() => {}); } }"),
                Map.of("name", "a"));
        return new ApiServer(
                host, Api.open(host, "secret", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    }

    int port() {
        return api.address().getPort();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Answer ask(String method, String path) throws Exception {
        return ask(method, path, NOTHING, "Bearer secret");
    }

    Answer ask(String method, String path, String body) throws Exception {
        return ask(method, path, body.getBytes(StandardCharsets.UTF_8), "Bearer secret");
    }

    Answer ask(String method, String path, byte[] body, String authorization) throws Exception {
        HttpResponse<byte[]> response = raw(method, path, body, authorization);
        return new Answer(response.statusCode(), (Map<?, ?>) Json.parse(response.body()));
    }

    HttpResponse<byte[]> raw(String method, String path, byte[] body, String authorization) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                        .header("Authorization", authorization)
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The id of a new actor with those tags, in JSON. */
    String create(String tags) throws Exception {
        Answer answer = ask("POST", "/actors", "{\"tags\":" + tags + ",\"build_tags\":{\"name\":\"a\"}}")
                .done();
        return (String) answer.object("actor").get("id");
    }

    @Override
    public void close() {
        api.close();
        host.close();
    }
}
