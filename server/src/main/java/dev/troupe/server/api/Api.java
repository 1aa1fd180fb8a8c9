package dev.troupe.server.api;

import dev.troupe.core.ActorHost;
import dev.troupe.core.Region;
import dev.troupe.server.http.Endpoint;
import dev.troupe.server.http.Head;
import dev.troupe.server.http.HttpServer;
import dev.troupe.server.http.Reception;
import dev.troupe.server.http.Reply;
import dev.troupe.server.http.ServerThreads;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The API of one host on a port: checks the token before anything is read, then lets the part answer whose request it
 * is. Owned by whoever opened it, with the host staying the caller's; any thread; it ends with {@link #close}.
 */
public final class Api implements AutoCloseable, Endpoint {
    private static final int MOST_BODY = 256 << 10;
    /** The one project, and the one environment, of a host. */
    private static final String DEFAULT = "default";

    private final ActorHost host;
    private final Token token;
    private final ActorApi actors;
    private final BuildApi builds;
    private final LogApi logs;
    private final UsageApi usage;
    private final Uploads uploads;
    private final ServerThreads threads = new ServerThreads();
    private final HttpServer server;

    private Api(ActorHost host, String secret, InetSocketAddress address) throws IOException {
        this.host = host;
        this.token = new Token(secret);
        this.uploads = new Uploads(host);
        this.actors = new ActorApi(host);
        this.builds = new BuildApi(host, uploads);
        this.logs = new LogApi(host, threads.calls());
        this.usage = new UsageApi(host);
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
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("The token is empty: anybody would be let in.");
        }
        return new Api(host, secret, address);
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
            answer = route(call);
        } catch (RuntimeException failure) {
            return CompletableFuture.completedStage(Replies.failure(failure));
        }
        return answer.exceptionally(Replies::failure);
    }

    private static void own(Query query, String what) {
        query.text(what).filter(name -> !name.equals(DEFAULT)).ifPresent(other -> {
            throw new ApiFailure(
                    "API_FORBIDDEN", 403, "The token is not for this " + what + ": leave it out, or use \"default\".");
        });
    }

    private CompletionStage<Reply> route(Call call) {
        List<String> path = List.of(call.head().path().substring(1).split("/", -1));
        String first = path.get(0);
        String second = path.size() > 1 ? path.get(1) : "";
        String shape = call.head().method() + " " + first + "/" + path.size();
        String whole = call.head().method() + " " + call.head().path();
        return switch (whole) {
            case "GET /actors/logs" -> logs.get(call);
            case "GET /actors/usage" -> done(usage.usage(call));
            case "POST /actors/upgrade" -> done(actors.upgradeAll(call));
            case "POST /builds/prepare" -> done(builds.prepare(call));
            case "GET /regions" -> done(Replies.ok(Map.of("regions", List.of(text(host.region())))));
            case "GET /regions/recommend" -> done(Replies.ok(Map.of("region", text(host.region()))));
            default -> routeByShape(call, shape, second);
        };
    }

    private CompletionStage<Reply> routeByShape(Call call, String shape, String second) {
        return switch (shape) {
            case "POST actors/1" -> actors.create(call);
            case "GET actors/1" -> done(actors.list(call));
            case "GET actors/2" -> done(actors.get(second));
            case "DELETE actors/2" -> actors.destroy(call, second);
            case "POST actors/3" -> ends(call, "/upgrade", () -> actors.upgrade(call, second));
            case "GET actors/4" -> ends(call, "/metrics/history", () -> usage.history(call, actors.known(second)));
            case "GET builds/1" -> done(builds.list(call));
            case "GET builds/2" -> done(builds.get(second));
            case "PATCH builds/3" -> ends(call, "/tags", () -> builds.retag(call, second));
            case "POST builds/3" -> ends(call, "/complete", () -> builds.complete(second));
            default -> throw notFound(call);
        };
    }

    private static CompletionStage<Reply> ends(Call call, String end, java.util.function.Supplier<Reply> answer) {
        if (!call.head().path().endsWith(end)) {
            throw notFound(call);
        }
        return done(answer.get());
    }

    private static ApiFailure notFound(Call call) {
        return new ApiFailure(
                "API_NOT_FOUND", 404, "The API has no " + call.head().method() + " of this path.");
    }

    private static CompletionStage<Reply> done(Reply reply) {
        return CompletableFuture.completedStage(reply);
    }

    private static Map<String, Object> text(Region region) {
        return Map.of("id", region.id(), "name", region.name());
    }

    @Override
    public void close() {
        server.close();
        threads.close();
        uploads.close();
    }
}
