package dev.troupe.core.host;

import dev.troupe.core.Build;
import java.util.Map;

/**
 * A build as its host keeps it. A value.
 *
 * @param build what users see
 * @param listed whether it was deployed; otherwise it is the program of one durable actor
 * @param hash its program's name in the {@link ContentStore}; empty if the program is not copied
 */
record KeptBuild(Build build, boolean listed, String hash) {
    KeptBuild withTags(Map<String, String> tags) {
        return new KeptBuild(
                new Build(build.id(), build.script(), tags, build.createdAt(), build.bytes()), listed, hash);
    }
}
