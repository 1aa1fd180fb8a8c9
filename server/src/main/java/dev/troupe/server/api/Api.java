package dev.troupe.server.api;

import dev.troupe.core.ActorHost;
import dev.troupe.server.connection.ConnectionUrls;
import dev.troupe.server.dashboard.Dashboard;
import dev.troupe.server.http.Endpoint;
import dev.troupe.server.http.Head;
import dev.troupe.server.http.HttpServer;
import dev.troupe.server.http.Reception;
import dev.troupe.server.http.Reply;
import dev.troupe.server.http.ServerThreads;
import dev.troupe.server.route.Routes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The API of one host on a port: checks the token before anything is read, then lets the part answer whose request it
 * is. Owned by whoever opened it, with the host staying the caller's; any thread; it ends with {@link #close}.
 */
public final class Api implements AutoCloseable, Endpoint {
    private static final int MOST_BODY = 256 << 10;
    /** The one project, and the one environment, of a host. */
    private static final String DEFAULT = "default";

    private final Token token;
    private final Uploads uploads;
    private final Exports exports;
    private final Router router;
    private final ConnectionUrls connections;
    private final Routes routes;
    private final ServerThreads threads = new ServerThreads();
    private final HttpServer server;

    private Api(ActorHost host, String secret, InetSocketAddress address, ConnectionUrls connections)
            throws IOException {
        this.connections = connections;
        this.token = new Token(secret);
        this.uploads = new Uploads(host);
        LogApi logs = new LogApi(host, threads.calls());
        this.exports = new Exports(logs);
        this.routes = Routes.of(host);
        this.router = new Router(Operations.of(host, uploads, logs, exports, connections, routes));
        try {
            this.server = HttpServer.open(address, threads, this);
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

    @Override
    public Reply malformed() {
        return Replies.failure(new ApiFailure("API_BAD_REQUEST", 400, "These bytes are no HTTP request."));
    }

    @Override
    public Reception receive(Head head) {
        if (head.method().equals("PUT") && head.path().startsWith(Uploads.PATH)) {
            return upload(head); // the address is the secret
        }
        if (head.method().equals("GET") && head.path().startsWith(Exports.PATH)) {
            return open(() -> exports.at(head.path())
                    .orElseThrow(
                            () -> new ApiFailure("API_NOT_FOUND", 404, "Nothing is exported here, or no longer.")));
        }
        if (head.method().equals("GET") && head.path().equals(Description.PATH)) {
            return open(Description::reply); // it is the same for everybody
        }
        Optional<Reply> page = head.method().equals("GET") ? Dashboard.file(head.path()) : Optional.empty();
        if (page.isPresent()) {
            return open(page::get);
        }
        if (!token.isIn(head.authorization())) {
            return refuse(new ApiFailure(
                    "API_UNAUTHORIZED", 401, "Send the host's token: the field \"Authorization: Bearer …\"."));
        }
        ApiFailure tooLarge =
                ApiFailure.body("The body has more than " + MOST_BODY + " bytes, which is the limit of a request.");
        if (head.length().filter(length -> length > MOST_BODY).isPresent()) {
            return refuse(tooLarge);
        }
        return new Reception.Collect(MOST_BODY, Replies.failure(tooLarge), body -> answer(head, body));
    }

    private static ApiFailure noneAwaited() {
        return new ApiFailure("API_NOT_FOUND", 404, "No upload is awaited here.");
    }

    /** A request without a body that anybody may make. */
    private static Reception open(Supplier<Reply> answer) {
        return new Reception.Collect(0, Replies.failure(ApiFailure.body("This request has no body.")), body -> {
            try {
                return CompletableFuture.completedStage(answer.get());
            } catch (RuntimeException failure) {
                return CompletableFuture.completedStage(Replies.failure(failure));
            }
        });
    }

    private static Reception refuse(ApiFailure failure) {
        return new Reception.Refuse(Replies.failure(failure));
    }

    private Reception upload(Head head) {
        return uploads.at(head.path())
                .<Reception>map(upload -> new Reception.Store(
                        upload.file(),
                        upload.length(),
                        Replies.failure(ApiFailure.body(
                                "The upload has more than the " + upload.length() + " bytes that were announced.")),
                        Replies.failure(noneAwaited()),
                        file -> CompletableFuture.completedStage(Replies.ok(Map.of()))))
                .orElseGet(() -> refuse(noneAwaited()));
    }

    private CompletionStage<Reply> answer(Head head, byte[] body) {
        CompletionStage<Reply> answer;
        try {
            Call call = new Call(head, new Query(head.query()), body);
            own(call.query(), "project");
            own(call.query(), "environment");
            answer = router.answer(call);
        } catch (RuntimeException failure) {
            return CompletableFuture.completedStage(Replies.failure(failure));
        }
        return answer.exceptionally(Replies::failure);
    }

    private static void own(Query query, String what) {
        own(query.text(what), what);
    }

    /** Refuses another's project or environment. */
    static void own(Optional<String> named, String what) {
        named.filter(name -> !name.equals(DEFAULT)).ifPresent(other -> {
            throw new ApiFailure(
                    "API_FORBIDDEN", 403, "The token is not for this " + what + ": leave it out, or use \"default\".");
        });
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
