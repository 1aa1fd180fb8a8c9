package dev.troupe.server.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All routes of a host, by host name. A value: a change makes another table.
 *
 * <p>A request is for the route with its host name and the longest path that covers its own; a route for that very path
 * comes before one for all below it.
 */
final class RouteTable {
    static final RouteTable EMPTY = new RouteTable(List.of());

    private final List<Route> all;
    private final Map<String, List<Route>> byHostname = new HashMap<>();

    RouteTable(List<Route> routes) {
        all = routes.stream().sorted(Comparator.comparing(Route::id)).toList();
        List<Route> best = new ArrayList<>(all);
        best.sort(Comparator.comparing((Route route) -> route.path().length())
                .reversed()
                .thenComparing(Route::routeSubpaths));
        best.forEach(route -> byHostname
                .computeIfAbsent(route.hostname(), none -> new ArrayList<>())
                .add(route));
    }

    /** By id. */
    List<Route> all() {
        return all;
    }

    /**
     * The route of a request.
     *
     * @param authority the field {@code Host}, with or without a port
     * @param target the path as it was sent, with its query
     */
    Optional<Route> find(String authority, String target) {
        List<Route> candidates = byHostname.get(hostname(authority));
        if (candidates == null) {
            return Optional.empty();
        }
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return candidates.stream().filter(route -> route.covers(plain)).findFirst();
    }

    private static String hostname(String authority) {
        int port = authority.lastIndexOf(':');
        String name = port < 0 || authority.endsWith("]") ? authority : authority.substring(0, port);
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** Another route that means the same requests, if there is one. */
    Optional<Route> rival(Route route) {
        return byHostname.getOrDefault(route.hostname(), List.of()).stream()
                .filter(other -> other.path().equals(route.path())
                        && other.routeSubpaths() == route.routeSubpaths()
                        && !other.id().equals(route.id()))
                .findFirst();
    }
}
