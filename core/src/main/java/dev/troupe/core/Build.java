package dev.troupe.core;

import java.time.Instant;
import java.util.Map;

/**
 * A program that was deployed to a host under tags. A value: later deploys do not change it, they may only take the tag
 * {@code current} from the host's record of it.
 *
 * @param id unique in its host
 * @param script the program
 * @param tags what it is found by
 * @param createdAt when it was deployed
 * @param bytes how large the program is, as far as the host can tell; of a folder all that is in it
 */
public record Build(String id, Script script, Map<String, String> tags, Instant createdAt, long bytes) {
    public Build {
        tags = Map.copyOf(tags);
    }

    /** Are all {@code wanted} tags among this build's? */
    public boolean matches(Map<String, String> wanted) {
        return tags.entrySet().containsAll(wanted.entrySet());
    }
}
