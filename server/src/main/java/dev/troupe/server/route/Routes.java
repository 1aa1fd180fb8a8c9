package dev.troupe.server.route;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.HostRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The routes of a host, kept with its records, and the actors that they lead to in turn. Owned by whoever serves the
 * host; any thread: a change waits for the disk, a look does not. It needs no end.
 */
public final class Routes {
    /** Routes of a host. */
    public static final int MOST = 1_000;

    private final ActorHost host;
    private final HostRecords records;
    private final Map<Route, RouteTargets> targets = new ConcurrentHashMap<>();
    private volatile RouteTable table;

    private Routes(ActorHost host) {
        this.host = host;
        this.records = host.records("routes");
        List<Route> kept = new ArrayList<>();
        records.all().forEach((id, fields) -> kept.add(RouteText.read(id, fields)));
        this.table = new RouteTable(kept);
    }

    /** The routes that the host has kept. */
    public static Routes of(ActorHost host) {
        return new Routes(host);
    }

    /** All of them, by id. */
    public List<Route> list() {
        return table.all();
    }

    /**
     * Adds a route, or changes the one with its id. On the disk when it returns, if the host keeps anything.
     *
     * @throws RouteException if another one means the same requests, or there are {@link #MOST}
     */
    public synchronized void put(Route route) {
        table.rival(route).ifPresent(other -> {
            throw new RouteException(
                    "ROUTE_ALREADY_EXISTS",
                    "The route \"" + other.id() + "\" has this hostname and path: change that one, or delete it.");
        });
        List<Route> next = new ArrayList<>(table.all());
        Optional<Route> before =
                next.stream().filter(other -> other.id().equals(route.id())).findFirst();
        before.ifPresent(next::remove);
        if (next.size() >= MOST) {
            throw new RouteException("ROUTE_LIMIT", "The host has " + MOST + " routes, which is its limit.");
        }
        Route added = before.map(old -> route.since(old.createdAt())).orElse(route);
        next.add(added);
        records.put(added.id(), RouteText.write(added));
        table = new RouteTable(next);
        targets.keySet().retainAll(next);
    }

    /**
     * Removes a route.
     *
     * @throws RouteException if there is none with that id
     */
    public synchronized void remove(String id) {
        List<Route> next = new ArrayList<>(table.all());
        if (!next.removeIf(route -> route.id().equals(id))) {
            throw new RouteException("ROUTE_NOT_FOUND", "There is no route with this id: list them.");
        }
        records.remove(id);
        table = new RouteTable(next);
        targets.keySet().retainAll(next);
    }

    /**
     * Where a request goes.
     *
     * @param route what it matched
     * @param actor the one whose turn it is; empty if no living actor has the tags
     * @param port the port's name
     * @param target what the actor is asked for
     */
    public record Destination(Route route, Optional<Actor> actor, String port, String target) {}

    /**
     * The destination of a request; empty if no route is for it.
     *
     * @param authority the field {@code Host}
     * @param target the path as it was sent, with its query
     */
    public Optional<Destination> find(String authority, String target) {
        return table.find(authority, target).map(route -> {
            Optional<RouteTargets.Target> next = targets.computeIfAbsent(
                            route, added -> new RouteTargets(host, added.selectorTags()))
                    .next(System.nanoTime());
            return new Destination(
                    route,
                    next.map(RouteTargets.Target::actor),
                    next.map(RouteTargets.Target::port).orElse(""),
                    route.targetFor(target));
        });
    }
}
