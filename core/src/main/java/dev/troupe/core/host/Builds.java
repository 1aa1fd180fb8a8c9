package dev.troupe.core.host;

import dev.troupe.core.Build;
import dev.troupe.core.BuildNotFoundException;
import dev.troupe.core.Script;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The deployed builds of one host, in memory. Owned by the host, any thread. */
final class Builds {
    private static final String CURRENT = "current";
    private static final String NAME = "name";

    /** Newest first. */
    private final List<Build> all = new ArrayList<>();

    /** Adds a build that is {@code current}, the only one of its name. */
    synchronized Build deploy(Script script, Map<String, String> tags, Instant now) {
        Map<String, String> own = new HashMap<>(tags);
        own.put(CURRENT, "true");
        Build build = new Build(UUID.randomUUID().toString(), script, own, now);
        String name = own.get(NAME);
        all.replaceAll(other -> name != null && name.equals(other.tags().get(NAME)) ? withoutCurrent(other) : other);
        all.add(0, build);
        return build;
    }

    private static Build withoutCurrent(Build build) {
        Map<String, String> tags = new HashMap<>(build.tags());
        tags.remove(CURRENT);
        return new Build(build.id(), build.script(), tags, build.createdAt());
    }

    synchronized List<Build> list() {
        return List.copyOf(all);
    }

    /** The newest build with all of {@code wanted}. */
    synchronized Build find(Map<String, String> wanted) {
        for (Build build : all) {
            if (build.matches(wanted)) {
                return build;
            }
        }
        throw new BuildNotFoundException(
                "No build has the tags " + wanted + ": deploy one, or list ActorHost.builds().");
    }
}
