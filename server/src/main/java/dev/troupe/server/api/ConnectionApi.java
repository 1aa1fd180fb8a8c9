package dev.troupe.server.api;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorException;
import dev.troupe.core.ActorHost;
import dev.troupe.server.connection.Connection;
import dev.troupe.server.connection.ConnectionOptions;
import dev.troupe.server.connection.ConnectionUrls;
import dev.troupe.server.connection.ConnectionsExhaustedException;
import dev.troupe.server.http.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connection URLs: hands them out, and revokes them. Stateless; on a thread for calls. */
final class ConnectionApi {
    private static final long LONGEST = Duration.ofDays(7).toMillis();
    private static final long MOST_USES = 1_000_000;
    private static final long MOST_KEPT = 3;

    private final ActorHost host;
    private final ConnectionUrls urls;

    ConnectionApi(ActorHost host, ConnectionUrls urls) {
        this.host = host;
        this.urls = urls;
    }

    Reply connect(Call call, String id, String port) {
        Actor actor = host.find(ActorApi.idOf(id))
                .orElseThrow(() -> new ApiFailure("ACTOR_NOT_FOUND", 400, "There is no living actor \"" + id + "\"."));
        ConnectionOptions options = options(call.body());
        try {
            Connection connection = urls.issue(actor, port, options);
            return Replies.ok(Map.of("url", connection.url(), "expires_at", connection.expiresAt()));
        } catch (ConnectionsExhaustedException full) {
            throw full;
        } catch (ActorException | IllegalArgumentException wrong) {
            throw ApiFailure.body(String.valueOf(wrong.getMessage()));
        }
    }

    private static ConnectionOptions options(Body body) {
        long ttl = body.required("ttl", name -> body.number(name, 1, LONGEST));
        Optional<Long> uses = body.number("uses", 1, MOST_USES);
        Optional<String> prefix = body.text("path_prefix");
        List<String> methods = body.list("methods");
        body.done();
        try {
            ConnectionOptions options =
                    ConnectionOptions.ttl(Duration.ofMillis(ttl)).methods(methods.toArray(String[]::new));
            if (uses.isPresent()) {
                options = options.uses(uses.get().intValue());
            }
            return prefix.isPresent() ? options.pathPrefix(prefix.get()) : options;
        } catch (IllegalArgumentException wrong) {
            throw ApiFailure.body(String.valueOf(wrong.getMessage()));
        }
    }

    /** What was handed out is refused from now on, unless one of the newest keys before signed it. */
    Reply rotate(Call call) {
        int kept = 0;
        if (call.bytes().length > 0) {
            Body body = call.body();
            kept = body.number("keep", 0, MOST_KEPT).orElse(0L).intValue();
            body.done();
        }
        urls.rotate(kept);
        return Replies.ok(Map.of());
    }
}
