package dev.troupe.server.route;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorPort;
import dev.troupe.core.ActorQuery;
import dev.troupe.core.ActorState;
import dev.troupe.core.Protocol;
import dev.troupe.core.Routing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The actors of one route, each in its turn. Looking through all actors of a host for each request would cost more than
 * the request, so the list is kept for a moment; who has ended meanwhile is passed over. Any thread; it ends with its
 * route.
 */
final class RouteTargets {
    /** Until a new actor gets its share; small beside its start, large beside a request. */
    private static final long FRESH_NANOS = Duration.ofMillis(50).toNanos();

    private final ActorHost host;
    private final ActorQuery query;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile Known known = new Known(List.of(), 0, false);

    /** An actor and the port that speaks HTTP. */
    record Target(Actor actor, String port) {}

    private record Known(List<Target> targets, long atNanos, boolean looked) {}

    RouteTargets(ActorHost host, Map<String, String> tags) {
        this.host = host;
        this.query = ActorQuery.tags(tags);
    }

    /** Whose turn it is: a running actor if there is one, else one that starts; empty if there is none. */
    Optional<Target> next(long nowNanos) {
        Known now = known;
        boolean fresh = now.looked() && nowNanos - now.atNanos() < FRESH_NANOS;
        Optional<Target> found = fresh ? pick(now.targets(), true) : Optional.empty();
        if (found.isPresent()) {
            return found;
        }
        List<Target> all = look();
        known = new Known(all, nowNanos, true);
        return pick(all, true).or(() -> pick(all, false));
    }

    private Optional<Target> pick(List<Target> from, boolean running) {
        long first = turn.getAndIncrement() & Integer.MAX_VALUE;
        for (int i = 0; i < from.size(); i++) {
            Target target = from.get((int) ((first + i) % from.size()));
            ActorState state = target.actor().state();
            boolean ends = state == ActorState.STOPPING || state == ActorState.TERMINATED;
            if (running ? state == ActorState.RUNNING : !ends) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    private List<Target> look() {
        List<Target> all = new ArrayList<>();
        for (Actor actor : host.list(query)) {
            port(actor).ifPresent(name -> all.add(new Target(actor, name)));
        }
        return all;
    }

    /** The port {@code http}, else the first, of those that speak HTTP through the gateway. */
    private static Optional<String> port(Actor actor) {
        List<String> names = actor.ports().stream()
                .map(ActorPort::spec)
                .filter(spec -> spec.routing() == Routing.GUARD)
                .filter(spec -> spec.protocol() == Protocol.HTTP || spec.protocol() == Protocol.HTTPS)
                .map(spec -> spec.name())
                .toList();
        return names.contains("http") ? Optional.of("http") : names.stream().findFirst();
    }
}
