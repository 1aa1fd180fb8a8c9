package dev.troupe.server.route;

import java.time.Instant;
import java.util.Map;

/**
 * A host name and a path, and the actors that answer there. A value, checked when made.
 *
 * @param id its name: up to 64 of {@code a-z 0-9 -}
 * @param hostname what clients call the gateway, in lower case, without a port
 * @param path empty for the root, else like {@code /a/b}
 * @param stripPrefix whether the actor sees the path without {@code path}
 * @param routeSubpaths whether what is below {@code path} is meant too
 * @param selectorTags the tags that an actor must have; 1 to 8
 * @param createdAt when the id was first used
 * @param updatedAt when it became what it is
 */
public record Route(
        String id,
        String hostname,
        String path,
        boolean stripPrefix,
        boolean routeSubpaths,
        Map<String, String> selectorTags,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * Checks and copies.
     *
     * @throws RouteException naming the first thing that is wrong
     */
    public Route {
        selectorTags = Map.copyOf(selectorTags);
        RouteRules.check(id, hostname, path, selectorTags);
    }

    /** A copy that was made when {@code before} was. */
    Route since(Instant before) {
        return new Route(id, hostname, path, stripPrefix, routeSubpaths, selectorTags, before, updatedAt);
    }

    /** Is a path, without its query and without a slash at its end, this route's? */
    boolean covers(String asked) {
        return asked.equals(path) || routeSubpaths && asked.startsWith(path) && asked.charAt(path.length()) == '/';
    }

    /** The target that the actor sees. */
    String targetFor(String target) {
        String rest = stripPrefix ? target.substring(path.length()) : target;
        return rest.startsWith("/") ? rest : "/" + rest;
    }
}
