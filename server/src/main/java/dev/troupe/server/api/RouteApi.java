package dev.troupe.server.api;

import dev.troupe.server.http.Reply;
import dev.troupe.server.route.Route;
import dev.troupe.server.route.RouteException;
import dev.troupe.server.route.Routes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@code /routes}: list, create or change, delete. Stateless; on a thread for calls. */
final class RouteApi {
    private final Routes routes;
    private final Clock clock = Clock.systemUTC();

    RouteApi(Routes routes) {
        this.routes = routes;
    }

    Reply list() {
        return Replies.ok(
                Map.of("routes", routes.list().stream().map(RouteApi::text).toList()));
    }

    Reply update(Call call, String id) {
        Body body = call.body();
        Body target = body.required("target", body::object);
        Body actors = target.object("actors")
                .orElseThrow(() -> new ApiFailure(
                        "ROUTE_INVALID_TARGET", 400, "\"target.actors\" is missing: a route leads to actors."));
        Map<String, String> tags = actors.texts("selector_tags");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String hostname = body.required("hostname", body::text).toLowerCase(Locale.ROOT);
        String path = body.required("path", body::text);
        boolean strip = body.required("strip_prefix", body::flag);
        boolean subpaths = body.required("route_subpaths", body::flag);
        body.done();
        try {
            routes.put(new Route(id, hostname, path, strip, subpaths, tags, now, now));
        } catch (RouteException wrong) {
            throw failure(wrong);
        }
        return Replies.ok(Map.of());
    }

    Reply delete(String id) {
        try {
            routes.remove(id);
        } catch (RouteException wrong) {
            throw failure(wrong);
        }
        return Replies.ok(Map.of());
    }

    private static ApiFailure failure(RouteException wrong) {
        return new ApiFailure(wrong.code(), 400, String.valueOf(wrong.getMessage()));
    }

    private static Map<String, Object> text(Route route) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("id", route.id());
        text.put("created_at", route.createdAt());
        text.put("updated_at", route.updatedAt());
        text.put("hostname", route.hostname());
        text.put("path", route.path());
        text.put("route_subpaths", route.routeSubpaths());
        text.put("strip_prefix", route.stripPrefix());
        text.put("target", Map.of("actors", Map.of("selector_tags", route.selectorTags())));
        return text;
    }
}
