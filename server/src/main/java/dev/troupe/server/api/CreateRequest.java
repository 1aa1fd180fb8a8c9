package dev.troupe.server.api;

import dev.troupe.core.ActorOptions;
import dev.troupe.core.Limits;
import dev.troupe.core.PortSpec;
import dev.troupe.core.Protocol;
import dev.troupe.core.Region;
import dev.troupe.core.Resources;
import dev.troupe.core.RestartPolicy;
import dev.troupe.core.Routing;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The body of {@code POST /actors}, read. A value; how many there may be and how long they may be is checked by
 * {@link ActorOptions}.
 *
 * @param options what the actor is made from
 * @param waitReady whether the answer waits until its ports listen
 * @param endpointType how the answer tells addresses, unless the query says so
 */
record CreateRequest(ActorOptions options, boolean waitReady, Optional<String> endpointType) {
    private static final long LONGEST_GRACE = Duration.ofDays(1).toMillis();

    static CreateRequest read(Body body, Region region) {
        ActorOptions.Builder options = ActorOptions.builder();
        body.text("region").filter(asked -> !asked.equals(region.id())).ifPresent(asked -> {
            throw ApiFailure.body("\"region\" is \"" + asked + "\": this host is in \"" + region.id() + "\".");
        });
        options.tags(body.texts("tags"));
        program(body, options);
        Optional<Body> runtime = body.object("runtime");
        runtime.ifPresent(given -> options.env(given.texts("environment")));
        Optional<String> endpointType =
                runtime.flatMap(given -> given.object("network")).flatMap(given -> given.text("endpoint_type"));
        Optional<Body> network = body.object("network");
        network.ifPresent(given -> ports(given, options));
        boolean waitReady = network.flatMap(given -> given.flag("wait_ready")).orElse(false);
        body.object("resources")
                .ifPresent(given -> options.resources(new Resources(
                        given.required("cpu", name -> given.number(name, 1, Integer.MAX_VALUE))
                                .intValue(),
                        given.required("memory", name -> given.number(name, 1, Integer.MAX_VALUE))
                                .intValue())));
        body.object("lifecycle").ifPresent(given -> lifecycle(given, options));
        body.done();
        return new CreateRequest(options.build(), waitReady, endpointType);
    }

    /** The build that runs: by id or by tags, and not by both. */
    static void program(Body body, ActorOptions.Builder options) {
        Optional<String> build = body.text("build");
        Map<String, String> tags = body.texts("build_tags");
        if (build.isPresent() == !tags.isEmpty()) {
            throw ApiFailure.body("Give either \"build\" or \"build_tags\".");
        }
        build.ifPresentOrElse(options::buildId, () -> options.buildTags(tags));
    }

    private static void lifecycle(Body given, ActorOptions.Builder options) {
        given.number("kill_timeout", 0, LONGEST_GRACE)
                .ifPresent(grace -> options.limits(Limits.defaults().withGrace(Duration.ofMillis(grace))));
        if (given.flag("durable").orElse(false)) {
            options.restart(RestartPolicy.onFailure());
        }
    }

    private static void ports(Body network, ActorOptions.Builder options) {
        network.text("mode")
                .filter(mode -> !mode.equals("bridge") && !mode.equals("host"))
                .ifPresent(mode -> {
                    throw ApiFailure.body("\"network.mode\" is \"" + mode + "\": use \"bridge\" or \"host\".");
                });
        network.objects("ports").forEach((name, port) -> options.port(port(name, port)));
    }

    private static PortSpec port(String name, Body port) {
        String wanted = port.required("protocol", port::text);
        Protocol protocol = Arrays.stream(Protocol.values())
                .filter(known -> known.wireName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> ApiFailure.body("\"network.ports." + name + ".protocol\" is \"" + wanted
                        + "\": use http, https, tcp, tcp_tls or udp."));
        Optional<Long> number = port.number("internal_port", 1, 65_535);
        Optional<Body> routing = port.object("routing");
        Optional<Body> guard = routing.flatMap(given -> given.object("guard"));
        routing.ifPresent(given -> one(guard.isPresent(), given.object("host").isPresent()));
        try {
            return new PortSpec(
                    name,
                    protocol,
                    guard.isPresent() ? Routing.GUARD : Routing.HOST,
                    number.isPresent() ? OptionalInt.of(number.get().intValue()) : OptionalInt.empty(),
                    guard.flatMap(given -> given.flag("public")).orElse(false));
        } catch (IllegalArgumentException badName) {
            throw ApiFailure.body("\"network.ports\": " + badName.getMessage());
        }
    }

    private static void one(boolean guard, boolean host) {
        if (guard == host) {
            throw ApiFailure.body(
                    "A port's \"routing\" is either {\"host\":{}} or {\"guard\":{}}, or {\"guard\":{\"public\":true}}.");
        }
    }
}
