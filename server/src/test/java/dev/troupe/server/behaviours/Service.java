package dev.troupe.server.behaviours;

import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorId;
import dev.troupe.core.Deployment;
import dev.troupe.server.api.Api;
import dev.troupe.server.api.OfficialClient;
import dev.troupe.server.gateway.Gateway;
import dev.troupe.server.gateway.GatewayOptions;
import dev.troupe.server.gateway.PrivateGate;
import dev.troupe.server.json.Json;
import dev.troupe.server.route.RouteDestinations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A host with its API and its gateway, as {@code troupe serve} puts them together, and a client of theirs. Owned by a
 * test; any thread.
 */
@SuppressWarnings("NullAway") // an answer that lacks a member fails the test
final class Service implements AutoCloseable {
    private static final String TOKEN = "a-token-of-this-test";

    final ActorHost host;
    private final Gateway gateway;
    private final Api api;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Service(Gateway gateway, ActorHost host, Api api) {
        this.gateway = gateway;
        this.host = host;
        this.api = api;
    }

    static Service open(Path data) throws IOException {
        Gateway gateway = Gateway.bind(GatewayOptions.local());
        ActorHost host = ActorHost.builder()
                .dataDirectory(data)
                .gateway(gateway.endpoints())
                .build();
        Api api = Api.open(host, TOKEN, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        gateway.open(host, new PrivateGate(TOKEN), gateway.names().or(new RouteDestinations(api.routes())));
        return new Service(gateway, host, api);
    }

    /** Deploys {@code program} of {@code src/test/npm} together with the npm package {@code ws}. */
    void deployWithWs(Path folder, String program, String name) throws IOException, InterruptedException {
        Path packages = OfficialClient.installed().resolve("node_modules");
        copy(packages.resolve("ws"), folder.resolve("node_modules/ws"));
        Files.copy(Path.of("src/test/npm").resolve(program), folder.resolve(program));
        host.deploy(Deployment.folder(folder, program).withTags(Map.of("name", name)));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }

    /** Creates an actor of the build of that name, whose port is open to everybody. */
    Made create(String build) throws Exception {
        Map<?, ?> actor = (Map<?, ?>) call(
                        "POST",
                        "/actors",
                        "{\"tags\":{\"kind\":\"" + build
                                + "\"},\"build_tags\":{\"name\":\"" + build + "\"},\"network\":{\"ports\":{\"http\":"
                                + "{\"protocol\":\"http\",\"routing\":{\"guard\":{\"public\":true}}}}}}")
                .get("actor");
        Map<?, ?> ports = (Map<?, ?>) ((Map<?, ?>) actor.get("network")).get("ports");
        String url = (String) ((Map<?, ?>) ports.get("http")).get("url");
        return new Made(ActorId.of((String) actor.get("id")), URI.create(url.endsWith("/") ? url : url + "/"));
    }

    /** An actor and where its port is. */
    record Made(ActorId id, URI url) {}

    void destroy(ActorId id) throws Exception {
        call("DELETE", "/actors/" + id, "");
    }

    /** A call of the API that must be answered with 200. */
    Map<?, ?> call(String method, String path, String body) throws Exception {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + api.address().getPort() + path))
                        .header("Authorization", "Bearer " + TOKEN)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(method + " " + path + ": " + response.body());
        }
        return (Map<?, ?>) Json.parse(response.body().getBytes(StandardCharsets.UTF_8));
    }

    /** What the actor answers through the gateway, as status and body. */
    String get(Made actor, String path) throws IOException, InterruptedException {
        return get(actor.url().resolve(path));
    }

    String get(URI url) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    URI gateway() {
        return gateway.endpoints().base();
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        api.close();
        host.close();
        gateway.close();
    }
}
