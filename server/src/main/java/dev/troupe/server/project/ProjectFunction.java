package dev.troupe.server.project;

import dev.troupe.core.Resources;
import java.util.Map;
import java.util.Optional;

/**
 * A program of a project that runs all the time and is reached by a route. A value.
 *
 * @param build the program
 * @param path where its route begins; empty for the root
 * @param routeSubpaths whether what is below the path is its too
 * @param stripPrefix whether it sees the path without its own
 * @param environment its variables
 * @param resources what it is expected to need
 */
public record ProjectFunction(
        ProjectBuild build,
        String path,
        boolean routeSubpaths,
        boolean stripPrefix,
        Map<String, String> environment,
        Optional<Resources> resources) {
    public ProjectFunction {
        environment = Map.copyOf(environment);
    }
}
