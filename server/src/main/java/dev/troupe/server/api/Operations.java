package dev.troupe.server.api;

import dev.troupe.core.ActorHost;
import dev.troupe.core.Region;
import dev.troupe.server.connection.ConnectionUrls;
import dev.troupe.server.http.Reply;
import dev.troupe.server.route.Routes;
import java.util.List;
import java.util.Map;

/**
 * What the API does: one line for each operation of its description, {@code openapi.json}. Stateless; called when an
 * API is made.
 */
final class Operations {
    private Operations() {}

    static List<Operation> of(
            ActorHost host, Uploads uploads, LogApi logs, Exports exports, ConnectionUrls urls, Routes kept) {
        ConnectionApi connections = new ConnectionApi(host, urls);
        ActorApi actors = new ActorApi(host);
        BuildApi builds = new BuildApi(host, uploads);
        UsageApi usage = new UsageApi(host);
        RouteApi routes = new RouteApi(kept);
        OverviewApi overview = new OverviewApi(host);
        return List.of(
                new Operation("POST", "/actors", (call, names) -> actors.create(call)),
                Operation.of("GET", "/actors", actors::list),
                Operation.of("GET", "/actors/query", actors::query),
                Operation.of("GET", "/actors/usage", usage::usage),
                Operation.of("POST", "/actors/upgrade", actors::upgradeAll),
                new Operation("GET", "/actors/logs", (call, names) -> logs.get(call)),
                Operation.of("POST", "/actors/logs/export", call -> export(call, host, exports)),
                Operation.named("GET", "/actors/{actor}", actors::get),
                new Operation("DELETE", "/actors/{actor}", (call, names) -> actors.destroy(call, names.get(0))),
                Operation.named("POST", "/actors/{actor}/upgrade", actors::upgrade),
                Operation.named(
                        "GET",
                        "/actors/{actor}/metrics/history",
                        (call, actor) -> usage.history(call, actors.known(actor))),
                new Operation(
                        "POST",
                        "/actors/{actor}/ports/{port}/connection",
                        (call, names) -> Operation.done(connections.connect(call, names.get(0), names.get(1)))),
                Operation.of("POST", "/connections/rotate", connections::rotate),
                Operation.of("GET", "/builds", builds::list),
                Operation.of("POST", "/builds/prepare", builds::prepare),
                Operation.named("GET", "/builds/{build}", (call, build) -> builds.get(build)),
                Operation.named("PATCH", "/builds/{build}/tags", builds::retag),
                Operation.named("POST", "/builds/{build}/complete", builds::complete),
                Operation.of("GET", "/overview", call -> overview.overview()),
                Operation.of("GET", "/regions", call -> regions(host.region())),
                Operation.of("GET", "/regions/recommend", call -> recommend(call, host.region())),
                Operation.of("GET", "/routes", call -> routes.list()),
                Operation.named("PUT", "/routes/{route}", routes::update),
                Operation.named("DELETE", "/routes/{route}", (call, route) -> routes.delete(route)));
    }

    private static Reply regions(Region region) {
        return Replies.ok(Map.of("regions", List.of(text(region))));
    }

    /** There is one, wherever the client is. */
    private static Reply recommend(Call call, Region region) {
        call.query().decimal("lat", -90, 90);
        call.query().decimal("long", -180, 180);
        return Replies.ok(Map.of("region", text(region)));
    }

    private static Map<String, Object> text(Region region) {
        return Map.of("id", region.id(), "name", region.name());
    }

    private static Reply export(Call call, ActorHost host, Exports exports) {
        Body body = call.body();
        ApiEndpoint.own(body.text("project"), "project");
        ApiEndpoint.own(body.text("environment"), "environment");
        Object expression = Query.json("query_json", body.required("query_json", body::text));
        body.done();
        return Replies.ok(Map.of("url", call.address(exports.add(LogRequest.of(expression, host)))));
    }
}
