package dev.troupe.core;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where clients reach the gateway of a host. A value.
 *
 * @param base the gateway's own URL: {@code http} or {@code https}, host and port, no path
 * @param domain what follows an actor's name in a host of its own; empty means that there are path endpoints only
 */
public record GatewayAddress(URI base, Optional<String> domain) {

    public GatewayAddress {
        String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
        boolean http = scheme.equals("http") || scheme.equals("https");
        boolean bare = base.getRawQuery() == null && base.getRawFragment() == null && base.getRawUserInfo() == null;
        if (!http || !bare || base.getHost() == null || !base.getRawPath().isEmpty()) {
            throw new IllegalArgumentException(
                    "The gateway's URL is " + base + ": use http or https, a host and perhaps a port, without a path.");
        }
        domain = domain.map(name -> name.toLowerCase(Locale.ROOT));
    }

    /** The endpoint of {@code port} that is a path; a request's own path is appended to it. */
    public URI path(ActorId actor, String port) {
        return URI.create(base + "/" + actor + "-" + port);
    }

    /** The endpoint of {@code port} that is a host of its own, if the gateway has a domain. */
    public Optional<URI> hostname(ActorId actor, String port) {
        String at = base.getPort() < 0 ? "" : ":" + base.getPort();
        return domain.map(name -> URI.create(base.getScheme() + "://" + actor + "-" + port + "." + name + at));
    }
}
