package dev.troupe.server.api;

import dev.troupe.core.ActorHost;
import dev.troupe.server.connection.ConnectionUrls;
import dev.troupe.server.http.HttpServer;
import dev.troupe.server.http.ServerThreads;
import dev.troupe.server.route.Routes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * The API of one host on a port of its own. Owned by whoever opened it, with the host staying the caller's; any thread;
 * it ends with {@link #close}.
 */
public final class Api implements AutoCloseable {
    private final Uploads uploads;
    private final Router router;
    private final ConnectionUrls connections;
    private final Routes routes;
    private final ServerThreads threads = new ServerThreads();
    private final HttpServer server;

    private Api(ActorHost host, String secret, InetSocketAddress address, ConnectionUrls connections)
            throws IOException {
        this.connections = connections;
        this.uploads = new Uploads(host);
        this.routes = Routes.of(host);
        LogApi logs = new LogApi(host, threads.calls());
        Exports exports = new Exports(logs);
        this.router = new Router(Operations.of(host, uploads, logs, exports, connections, routes));
        try {
            this.server =
                    HttpServer.open(address, threads, new ApiEndpoint(new Token(secret), uploads, exports, router));
        } catch (IOException failure) {
            threads.close();
            uploads.close();
            throw failure;
        }
    }

    /**
     * Serves {@code host}.
     *
     * @param secret the bearer token that each request has to bring
     * @param address port 0 picks a free one
     */
    public static Api open(ActorHost host, String secret, InetSocketAddress address) throws IOException {
        return open(host, secret, address, ConnectionUrls.open(host.dataDirectory()));
    }

    /** The same, with the connection URLs that the host's gateway asks. */
    public static Api open(ActorHost host, String secret, InetSocketAddress address, ConnectionUrls connections)
            throws IOException {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("The token is empty: anybody would be let in.");
        }
        return new Api(host, secret, address, connections);
    }

    /** Temporary addresses of ports, which the API hands out and the gateway has to be asked about. */
    public ConnectionUrls connections() {
        return connections;
    }

    /** The names that the API gives to actors and the gateway has to know. */
    public Routes routes() {
        return routes;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.address();
    }

    /** What it answers. */
    List<Operation> operations() {
        return router.operations();
    }

    @Override
    public void close() {
        server.close();
        threads.close();
        uploads.close();
    }
}
