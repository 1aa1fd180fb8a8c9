package dev.troupe.server.api;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorId;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorPage;
import dev.troupe.core.ActorQuery;
import dev.troupe.core.ActorSnapshot;
import dev.troupe.core.Build;
import dev.troupe.core.BuildNotFoundException;
import dev.troupe.server.http.Reply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code /actors}: create, get, list, destroy, upgrade. Stateless; on a thread for calls. */
final class ActorApi {
    private static final int PAGE = 32;
    /** Actors that one query looks at; those after them are on its next page. */
    private static final int MOST_CANDIDATES = 10_000;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final ActorHost host;
    private final Duration longestWait;

    ActorApi(ActorHost host) {
        this(host, LONGEST_WAIT);
    }

    /** @param longestWait how long a create that waits for its actor's ports does so */
    ActorApi(ActorHost host, Duration longestWait) {
        this.host = host;
        this.longestWait = longestWait;
    }

    CompletionStage<Reply> create(Call call) {
        CreateRequest request = CreateRequest.read(call.body(), host.region());
        Endpoints endpoints = Endpoints.read(call.query().text("endpoint_type").or(request::endpointType), host);
        Actor actor = host.create(request.options());
        if (!request.waitReady()) {
            return CompletableFuture.completedStage(one(actor.snapshot(), endpoints));
        }
        return actor.ready()
                .toCompletableFuture()
                .copy()
                .orTimeout(longestWait.toMillis(), TimeUnit.MILLISECONDS)
                .handle((ready, failure) -> {
                    if (failure != null) {
                        throw new ApiFailure("ACTOR_FAILED_TO_CREATE", 400, failed(actor, failure));
                    }
                    return one(actor.snapshot(), endpoints);
                });
    }

    /** Whoever is told that a create failed was told no id to destroy: nothing goes on running. */
    private String failed(Actor actor, Throwable failure) {
        if (failure instanceof TimeoutException) {
            actor.destroy(Duration.ZERO);
            return "Actor " + actor.id() + " did not listen on its ports within " + longestWait.toMillis()
                    + " ms and was destroyed. Look at its log, or create it without wait_ready.";
        }
        return String.valueOf(failure.getMessage());
    }

    private static Reply one(ActorSnapshot actor, Endpoints endpoints) {
        return Replies.ok(Map.of("actor", ActorText.of(actor, endpoints)));
    }

    Reply get(Call call, String id) {
        return one(known(id), endpoints(call));
    }

    private Endpoints endpoints(Call call) {
        return Endpoints.read(call.query().text("endpoint_type"), host);
    }

    /** The actor with that id, which a host remembers for a while after its end. */
    ActorSnapshot known(String id) {
        return host.snapshot(idOf(id)).orElseThrow(() -> notFound(id));
    }

    static ActorId idOf(String text) {
        try {
            ActorId id = ActorId.of(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException noUuid) {
            // told below
        }
        throw notFound(text);
    }

    private static ApiFailure notFound(String id) {
        String shown = id.length() <= 64 ? id : id.substring(0, 64) + "…";
        return new ApiFailure("ACTOR_NOT_FOUND", 400, "There is no actor \"" + shown + "\".");
    }

    Reply list(Call call) {
        ActorPage page = host.page(
                ActorQuery.tags(call.query().texts("tags_json")),
                call.query().flag("include_destroyed", false),
                call.query().text("cursor"),
                PAGE);
        return page(page.actors(), page.cursor(), endpoints(call));
    }

    private static Reply page(List<ActorSnapshot> actors, Optional<String> cursor, Endpoints endpoints) {
        Map<String, Object> pagination = new LinkedHashMap<>();
        cursor.ifPresent(next -> pagination.put("cursor", next));
        return Replies.ok(Map.of(
                "actors",
                actors.stream().map(actor -> ActorText.of(actor, endpoints)).toList(),
                "pagination",
                pagination));
    }

    /** The actors that an expression means, ended ones too. */
    Reply query(Call call) {
        Optional<Expression> meant =
                call.query().json("query_json").map(json -> Expression.parse(json, Properties.ACTOR));
        ActorPage all = host.page(ActorQuery.all(), true, call.query().text("cursor"), MOST_CANDIDATES);
        List<ActorSnapshot> found = all.actors().stream()
                .filter(actor -> meant.isEmpty() || meant.get().isTrueOf(Properties.of(actor)))
                .limit(PAGE + 1L)
                .toList();
        if (found.size() <= PAGE) {
            return page(found, all.cursor(), Endpoints.read(Optional.empty(), host));
        }
        List<ActorSnapshot> page = found.subList(0, PAGE);
        return page(
                page, Optional.of(ActorPage.cursorAfter(page.get(PAGE - 1))), Endpoints.read(Optional.empty(), host));
    }

    CompletionStage<Reply> destroy(Call call, String id) {
        Optional<Long> given = call.query()
                .number("override_kill_timeout", 0, Duration.ofDays(1).toMillis());
        ActorSnapshot snapshot = known(id);
        Duration grace =
                given.map(Duration::ofMillis).orElse(snapshot.options().limits().grace());
        // once it is certain it happens: the answer need not wait for the program's grace
        return host.find(snapshot.id())
                .map(actor -> actor.retire(grace))
                .orElseGet(() -> CompletableFuture.completedStage(null))
                .thenApply(certain -> Replies.ok(Map.of()));
    }

    Reply upgrade(Call call, String id) {
        Body body = call.body();
        Build build = build(body);
        body.done();
        Actor actor = host.find(idOf(id)).orElseThrow(() -> notFound(id));
        actor.upgrade(build);
        return Replies.ok(Map.of());
    }

    Reply upgradeAll(Call call) {
        Body body = call.body();
        Map<String, String> tags = body.texts("tags");
        Build build = build(body);
        body.done();
        List<Actor> upgraded = host.upgrade(ActorQuery.tags(tags), build);
        return Replies.ok(Map.of("count", upgraded.size()));
    }

    private Build build(Body body) {
        ActorOptions.Builder options = ActorOptions.builder();
        CreateRequest.program(body, options);
        ActorOptions named = options.build();
        return host.builds().stream()
                .filter(build ->
                        named.buildId().map(build.id()::equals).orElseGet(() -> build.matches(named.buildTags())))
                .findFirst()
                .orElseThrow(() -> new BuildNotFoundException("No build has "
                        + named.buildId().map(id -> "the id " + id).orElseGet(() -> "the tags " + named.buildTags())
                        + "."));
    }
}
