package dev.troupe.server.api;

import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorId;
import dev.troupe.core.ActorPort;
import dev.troupe.core.GatewayAddress;
import dev.troupe.core.Routing;
import java.net.URI;
import java.util.Optional;

/**
 * How a request wants the addresses of gateway ports told: {@code endpoint_type}, a path of the gateway (the default)
 * or a host name of their own. A value of one request.
 *
 * @param hostnames the gateway, if host names are wanted
 */
record Endpoints(Optional<GatewayAddress> hostnames) {

    /** Reads an {@code endpoint_type}; before anything is done, as it may be one that the host does not have. */
    static Endpoints read(Optional<String> type, ActorHost host) {
        return switch (type.orElse("path")) {
            case "path" -> new Endpoints(Optional.empty());
            case "hostname" ->
                new Endpoints(Optional.of(host.gateway()
                        .filter(gateway -> gateway.domain().isPresent())
                        .orElseThrow(() -> ApiFailure.query("\"endpoint_type\" is \"hostname\", and this host's gateway"
                                + " has no domain: use \"path\", or start the host with one."))));
            default ->
                throw ApiFailure.query(
                        "\"endpoint_type\" is \"" + type.orElse("") + "\": use \"hostname\" or \"path\".");
        };
    }

    /** Where a client connects. */
    URI url(ActorId actor, ActorPort port) {
        return hostnames
                .filter(gateway -> port.spec().routing() == Routing.GUARD)
                .flatMap(gateway -> gateway.hostname(actor, port.spec().name()))
                .orElse(port.url());
    }
}
