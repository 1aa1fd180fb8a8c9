package dev.troupe.server.cli;

import dev.troupe.server.client.ApiClient;
import dev.troupe.server.client.Deployer;
import dev.troupe.server.project.ProjectException;
import dev.troupe.server.project.ProjectFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets functions run and be reached: an actor for each, found by its tags, and a route to it, whose host name stays
 * when it is there already. One deployment on its thread.
 */
final class FunctionRoutes {
    private final ApiClient api;
    private final @Nullable String domain;

    FunctionRoutes(ApiClient api, @Nullable String domain) {
        this.api = api;
        this.domain = domain;
    }

    /** Gives the host name that the function answers at. */
    String deploy(Deployer deployer, ProjectFunction function, String build, boolean upgrade) {
        String name = function.build().name();
        Map<String, String> selector = Map.of("type", "function", "function", name);
        Map<String, String> tags = new LinkedHashMap<>(function.build().tags());
        tags.putAll(selector);
        String hostname = hostname(name);
        Map<?, ?> running = api.ask("GET", "/actors", Map.of("tags_json", ApiTarget.text(selector)));
        if (!(running.get("actors") instanceof List<?> actors) || actors.isEmpty()) {
            deployer.create(function, tags, build);
        } else if (upgrade) {
            deployer.upgrade(selector, build);
        }
        deployer.route(function, hostname, selector);
        return hostname;
    }

    private String hostname(String function) {
        if (domain != null) {
            return function + "." + domain;
        }
        if (api.ask("GET", "/routes", Map.of()).get("routes") instanceof List<?> routes) {
            for (Object route : routes) {
                if (route instanceof Map<?, ?> map
                        && function.equals(map.get("id"))
                        && map.get("hostname") instanceof String kept) {
                    return kept;
                }
            }
        }
        String host = api.endpoint().getHost();
        boolean local = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        if (!local && host.matches("\\[.*|[0-9.]+")) {
            throw new ProjectException("The function \"" + function + "\" needs a host name, and " + host
                    + " is an address: say --domain.");
        }
        return function + "." + (local ? "localhost" : host);
    }
}
