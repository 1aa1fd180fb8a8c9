package dev.troupe.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the program is told about itself; it reads the same as {@code ctx.metadata}.
 *
 * @param id the actor's id
 * @param tags the actor's tags
 * @param createdAt when the actor was created
 * @param project the project's name; default {@code default}
 * @param environment the environment's name; default {@code default}
 * @param region the host's region
 * @param cluster the cluster's id; default {@code local}
 * @param buildId the id of the build that runs
 * @param buildTags the tags of the build that runs
 * @param ports the declared ports with their addresses
 */
public record ActorContext(
        ActorId id,
        Map<String, String> tags,
        Instant createdAt,
        String project,
        String environment,
        Region region,
        String cluster,
        String buildId,
        Map<String, String> buildTags,
        List<ActorPort> ports) {

    public ActorContext {
        tags = Map.copyOf(tags);
        buildTags = Map.copyOf(buildTags);
        ports = List.copyOf(ports);
    }
}
