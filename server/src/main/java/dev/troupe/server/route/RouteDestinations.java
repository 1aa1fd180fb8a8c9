package dev.troupe.server.route;

import dev.troupe.server.gateway.Destination;
import dev.troupe.server.gateway.Destinations;

/** The routes of a host as names of the gateway. Immutable; any thread. */
public final class RouteDestinations implements Destinations {
    private static final Destination UNKNOWN = new Destination.Unknown();

    private final Routes routes;

    public RouteDestinations(Routes routes) {
        this.routes = routes;
    }

    @Override
    public Destination find(String authority, String target) {
        return routes.find(authority, target).map(RouteDestinations::of).orElse(UNKNOWN);
    }

    private static Destination of(Routes.Destination found) {
        if (found.actor().isEmpty()) {
            return new Destination.Nobody("The route \"" + found.route().id()
                    + "\" is for this, but no running actor with an HTTP port has its tags.");
        }
        String prefix = found.route().stripPrefix() ? found.route().path() : "";
        return new Destination.Port(found.actor().get().id(), found.port(), prefix, found.target());
    }
}
