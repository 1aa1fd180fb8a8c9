package dev.troupe.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An actor as its host knows it at one moment, or remembers it after its end.
 *
 * @param id the actor's id
 * @param options what it was created from
 * @param region the host's region
 * @param buildId the build that it runs
 * @param ports its ports; empty for an actor that a host remembers from an earlier run
 * @param state where it is in its life
 * @param generation how often it was started anew
 * @param createdAt when it was created
 * @param startedAt when it was first connectable
 * @param endedAt when nothing was left of it
 * @param reason why it ended
 */
public record ActorSnapshot(
        ActorId id,
        ActorOptions options,
        Region region,
        String buildId,
        List<ActorPort> ports,
        ActorState state,
        int generation,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<TerminationReason> reason) {

    public ActorSnapshot {
        ports = List.copyOf(ports);
    }
}
