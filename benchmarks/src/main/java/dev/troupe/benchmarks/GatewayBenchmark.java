package dev.troupe.benchmarks;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorQuery;
import dev.troupe.core.Permissions;
import dev.troupe.core.PortSpec;
import dev.troupe.core.Protocol;
import dev.troupe.core.Script;
import dev.troupe.server.api.Api;
import dev.troupe.server.gateway.Gateway;
import dev.troupe.server.gateway.GatewayOptions;
import dev.troupe.server.gateway.PrivateGate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What the gateway costs: the same program asked at a port of its own and through the gateway, by keep-alive clients;
 * then create over the API to the first reply through the gateway; then, if a number is given, as many live actors
 * behind one port, each asked once. The clients are threads of this process, so that both sides of a comparison pay for
 * them alike. Prints tables; ends with the process.
 */
public final class GatewayBenchmark {
    private static final String TOKEN = "benchmark";
    private static final int CLIENTS = 10;
    private static final int SEVERAL = 8;
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 20_000;
    private static final int REQUESTS = 20_000;
    private static final int CREATES = 100;

    private static final Script REPLY = Script.inline("reply.cjs", """
            const http = require('http');
            exports.start = () => new Promise(() => {
              http.createServer((request, response) => {
                response.writeHead(200, { 'content-type': 'text/plain', 'content-length': 2 });
                response.end('ok');
              }).listen(process.env.PORT_HTTP);
            });
            """);

    private GatewayBenchmark() {}

    /** Runs the program; the argument, if any, is how many actors live behind the gateway at once. */
    public static void main(String[] arguments) throws Exception {
        try (Gateway gateway = Gateway.bind(GatewayOptions.local());
                ActorHost host =
                        ActorHost.builder().gateway(gateway.endpoints()).build();
                Api api = Api.open(host, TOKEN, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            gateway.open(host, new PrivateGate(TOKEN), gateway.names());
            besideDirect(host);
            createOverTheApi(host, api);
            if (arguments.length > 0) {
                many(host, Integer.parseInt(arguments[0]));
            }
            System.out.println();
            System.out.println("engine: " + host.engine());
        }
    }

    private static Actor reply(ActorHost host, PortSpec port) {
        Actor actor = host.create(ActorOptions.builder()
                .script(REPLY)
                .port(port)
                .permissions(Permissions.standard())
                .build());
        return actor.ready().toCompletableFuture().join();
    }

    // ---- direct and through the gateway

    private static void besideDirect(ActorHost host) throws Exception {
        URI direct = reply(host, PortSpec.of("http", Protocol.HTTP)).url("http");
        URI guarded = reply(host, PortSpec.guarded("http").opened()).url("http");
        ask(direct, CLIENTS, WARM_UP);
        ask(guarded, CLIENTS, WARM_UP);
        System.out.println("| keep-alive clients | direct req/s | p50 µs | p99 µs | gateway req/s | p50 µs | p99 µs |");
        System.out.println("|---:|---:|---:|---:|---:|---:|---:|");
        for (int clients : new int[] {1, CLIENTS, 64}) {
            for (int round = 0; round < ROUNDS; round++) { // in turn, as a machine drifts
                System.out.println("| " + clients + " | " + ask(direct, clients, REQUESTS) + " | "
                        + ask(guarded, clients, REQUESTS) + " |");
            }
        }
        System.out.println();
        besideDirectWithSeveral(host);
    }

    /** One actor is one thread at most: with several it is not what everybody waits for. */
    private static void besideDirectWithSeveral(ActorHost host) throws Exception {
        List<URI> direct = new ArrayList<>();
        List<URI> guarded = new ArrayList<>();
        for (int i = 0; i < SEVERAL; i++) {
            direct.add(reply(host, PortSpec.of("http", Protocol.HTTP)).url("http"));
            guarded.add(reply(host, PortSpec.guarded("http").opened()).url("http"));
        }
        ask(direct, SEVERAL, WARM_UP);
        ask(guarded, SEVERAL, WARM_UP);
        System.out.println(
                "| actors, a keep-alive client each | direct req/s | p50 µs | p99 µs | gateway req/s | p50 µs"
                        + " | p99 µs |");
        System.out.println("|---:|---:|---:|---:|---:|---:|---:|");
        for (int round = 0; round < ROUNDS; round++) {
            System.out.println("| " + SEVERAL + " | " + ask(direct, SEVERAL, REQUESTS) + " | "
                    + ask(guarded, SEVERAL, REQUESTS) + " |");
        }
        System.out.println();
    }

    private static Measured ask(URI url, int clients, int requests) throws Exception {
        return ask(List.of(url), clients, requests);
    }

    private static Measured ask(List<URI> urls, int clients, int requests) throws Exception {
        int each = requests / clients;
        return Measured.of(clients, each, client -> {
            URI url = urls.get(client % urls.size());
            KeepAliveClient connection = new KeepAliveClient(url);
            byte[] request = KeepAliveClient.get(url, "/");
            return () -> connection.exchange(request);
        });
    }

    // ---- create, first reply

    private static void createOverTheApi(ActorHost host, Api api) throws Exception {
        host.deploy(REPLY, Map.of("name", "reply"));
        URI at = URI.create("http://127.0.0.1:" + api.address().getPort());
        for (String what : new String[] {"first " + CREATES * CLIENTS, "next"}) {
            Measured measured = Measured.of(CLIENTS, CREATES, client -> creator(at));
            System.out.println("create over the API to the first reply through the gateway, " + CLIENTS + " clients, "
                    + what + ": creates/s | p50 µs | p99 µs: " + measured);
            host.list(ActorQuery.tags(Map.of("kind", "made"))).forEach(actor -> actor.destroy(Duration.ZERO));
        }
    }

    private static Callable<Void> creator(URI at) throws IOException {
        String body = "{\"tags\":{\"kind\":\"made\"},\"build_tags\":{\"name\":\"reply\"},\"network\":{\"ports\":"
                + "{\"http\":{\"protocol\":\"http\",\"routing\":{\"guard\":{\"public\":true}}}}}}";
        byte[] request = KeepAliveClient.post(at, "/actors", TOKEN, body);
        KeepAliveClient calls = new KeepAliveClient(at);
        KeepAliveClient[] replies = new KeepAliveClient[1];
        return () -> {
            String answer = calls.exchange(request);
            int begin = answer.indexOf("\"url\":\"") + 7;
            URI url = URI.create(answer.substring(begin, answer.indexOf('"', begin)));
            if (replies[0] == null) {
                replies[0] = new KeepAliveClient(url);
            }
            replies[0].exchange(KeepAliveClient.get(url, "/"));
            return null;
        };
    }

    // ---- many actors

    private static void many(ActorHost host, int count) throws Exception {
        long begin = System.nanoTime();
        List<URI> urls = new ArrayList<>(count);
        List<Actor> actors = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            actors.add(host.create(ActorOptions.builder()
                    .script(REPLY)
                    .port(PortSpec.guarded("http").opened())
                    .build()));
            if (i % 100 == 99) {
                actors.get(i).ready().toCompletableFuture().join();
            }
        }
        for (Actor actor : actors) {
            urls.add(actor.ready().toCompletableFuture().join().url("http"));
        }
        long made = System.nanoTime();
        Measured measured = Measured.of(CLIENTS, count / CLIENTS, client -> {
            KeepAliveClient connection = new KeepAliveClient(urls.get(0));
            int[] next = {client};
            return () -> {
                URI url = urls.get(next[0]);
                next[0] += CLIENTS;
                return connection.exchange(KeepAliveClient.get(url, "/"));
            };
        });
        System.out.println(count + " live actors behind one port, made in " + (made - begin) / 1_000_000
                + " ms, each asked once, " + CLIENTS + " clients: req/s | p50 µs | p99 µs: " + measured);
    }
}
