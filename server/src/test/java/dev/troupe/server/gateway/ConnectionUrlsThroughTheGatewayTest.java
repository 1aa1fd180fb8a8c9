package dev.troupe.server.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.PortSpec;
import dev.troupe.core.Script;
import dev.troupe.server.connection.ConnectionGate;
import dev.troupe.server.connection.ConnectionOptions;
import dev.troupe.server.connection.ConnectionUrls;
import dev.troupe.server.route.Route;
import dev.troupe.server.route.RouteDestinations;
import dev.troupe.server.route.Routes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connection URLs and routes with real requests to real actors. */
@Timeout(120)
class ConnectionUrlsThroughTheGatewayTest {
    private static final String PROGRAM = """
            import http from 'node:http';
            import crypto from 'node:crypto';
            export default {
              start(ctx) {
                const server = http.createServer((request, response) => {
                  response.end(JSON.stringify([ctx.metadata.actor.id, request.method, request.url, request.headers]));
                });
                server.on('upgrade', (request, socket) => {
                  const key = request.headers['sec-websocket-key'] + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
                  const accept = crypto.createHash('sha1').update(key).digest('base64');
                  socket.write('HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\n'
                    + `Sec-WebSocket-Accept: ${accept}\\r\\n\\r\\n`);
                  const text = Buffer.from(request.url);
                  socket.write(Buffer.concat([Buffer.from([0x81, text.length]), text]));
                });
                server.listen(process.env.PORT_HTTP);
              },
            };
            """;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ConnectionUrls URLS = ConnectionUrls.open(Optional.empty());
    private static final ConnectionOptions MINUTES = ConnectionOptions.ttl(Duration.ofMinutes(5));

    private static Gateway gateway;
    private static ActorHost host;
    private static Routes routes;
    private static Actor one;
    private static Actor two;

    @BeforeAll
    static void begin() throws Exception {
        gateway = Gateway.bind(GatewayOptions.local());
        host = ActorHost.builder().gateway(gateway.endpoints()).build();
        routes = Routes.of(host);
        gateway.open(
                host,
                new ConnectionGate(URLS, new PrivateGate("secret")),
                gateway.names().or(new RouteDestinations(routes)));
        one = create();
        two = create();
    }

    private static Actor create() {
        Actor actor = host.create(ActorOptions.builder()
                .script(Script.inline("mirror.mjs", PROGRAM))
                .tags(Map.of("kind", "mirror"))
                .port(PortSpec.guarded("http"))
                .build());
        actor.ready().toCompletableFuture().join();
        return actor;
    }

    @AfterAll
    static void end() {
        host.close();
        gateway.close();
    }

    private static URI url(ConnectionOptions options) {
        return URLS.issue(one, "http", options).url();
    }

    private static HttpResponse<String> get(URI url, String... fields) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(url);
        if (fields.length > 0) {
            request.headers(fields);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theActorSeesTheRequestAndNothingOfTheToken() throws Exception {
        URI url = url(MINUTES);
        HttpResponse<String> answer = get(url.resolve("a/b?c=%2F"), "Referer", url.toString());
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().startsWith("[\"" + one.id() + "\",\"GET\",\"/a/b?c=%2F\","), answer.body());
        assertFalse(answer.body().contains("~troupe"), answer.body());
        assertFalse(answer.body().contains("referer"), answer.body());
    }

    @Test
    void itOpensWhatItIsForAndNothingElse() throws Exception {
        URI scoped = url(MINUTES.pathPrefix("/a").methods("GET"));
        assertEquals(200, get(scoped).statusCode());
        assertEquals(200, get(URI.create(scoped + "/b")).statusCode());
        for (String elsewhere : List.of("b", "/../b", "/%2e%2e/b", "//b", "/..;/b")) {
            assertEquals(403, get(URI.create(scoped + elsewhere)).statusCode(), elsewhere);
        }
        HttpRequest post = HttpRequest.newBuilder(scoped)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertEquals(
                403, CLIENT.send(post, HttpResponse.BodyHandlers.ofString()).statusCode());
        String other = scoped.toString().replace(one.id().toString(), two.id().toString());
        assertEquals(401, get(URI.create(other)).statusCode());
        StringBuilder forged = new StringBuilder(scoped.toString());
        int at = forged.indexOf("~troupe.") + 40;
        forged.setCharAt(at, forged.charAt(at) == 'A' ? 'B' : 'A');
        assertEquals(401, get(URI.create(forged.toString())).statusCode());
        assertEquals(401, get(URI.create(one.url("http") + "/a")).statusCode());
    }

    @Test
    void itIsGoodForItsUsesAndItsTime() throws Exception {
        URI twice = url(MINUTES.uses(2));
        assertEquals(200, get(twice).statusCode());
        assertEquals(200, get(twice).statusCode());
        HttpResponse<String> replayed = get(twice);
        assertEquals(401, replayed.statusCode());
        assertFalse(replayed.body().contains("~troupe"), replayed.body());
        URI brief = url(ConnectionOptions.ttl(Duration.ofMillis(1)));
        int status = 200;
        while (status == 200) {
            status = get(brief).statusCode();
        }
        assertEquals(401, status);
    }

    @Test
    void aWebSocketThatCanSetNoFieldsComesInOnce() {
        URI url = url(MINUTES.uses(1).pathPrefix("/ws"));
        String head =
                "GET " + url.getRawPath() + " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        try (Wire wire = new Wire(gateway.address())) {
            String answer = wire.say(head).until("\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 101 "), answer);
            assertEquals("\u0081\u0003/ws", wire.until("/ws"));
        }
        try (Wire wire = new Wire(gateway.address())) {
            assertTrue(wire.say(head).until("\r\n").startsWith("HTTP/1.1 401 "));
        }
    }

    @Test
    void aRouteSpreadsOverItsActors() throws Exception {
        Instant now = Instant.now();
        routes.put(new Route("mirror", "127.0.0.1", "/m", true, true, Map.of("kind", "mirror"), now, now));
        routes.put(new Route("nobody", "127.0.0.1", "/n", true, true, Map.of("kind", "none"), now, now));
        URI base = gateway.endpoints().base();
        Set<String> answered = new TreeSet<>();
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> answer = get(base.resolve("/m/x?y"), "Authorization", "Bearer secret");
            assertEquals(200, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("\"/x?y\""), answer.body());
            answered.add(answer.body().substring(2, 38));
        }
        assertEquals(new TreeSet<>(Set.of(one.id().toString(), two.id().toString())), answered);
        assertEquals(401, get(base.resolve("/m/x")).statusCode());
        assertEquals(
                503, get(base.resolve("/n"), "Authorization", "Bearer secret").statusCode());
        assertEquals(
                404, get(base.resolve("/o"), "Authorization", "Bearer secret").statusCode());
        routes.remove("mirror");
        routes.remove("nobody");
        assertEquals(
                404, get(base.resolve("/m/x"), "Authorization", "Bearer secret").statusCode());
    }
}
