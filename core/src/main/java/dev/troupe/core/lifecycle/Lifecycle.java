package dev.troupe.core.lifecycle;

import dev.troupe.core.ActorState;
import java.util.Map;
import java.util.Optional;

/** The legal transitions of an actor, as a table. Pure: whoever holds the state applies it under its own lock. */
public final class Lifecycle {
    private static final Map<ActorState, Map<Event, ActorState>> TABLE = Map.of(
            ActorState.STARTING,
                    Map.of(
                            Event.STARTED, ActorState.RUNNING,
                            Event.ENDED, ActorState.STOPPING,
                            Event.CRASHED, ActorState.BACKING_OFF,
                            Event.UPGRADE, ActorState.BACKING_OFF,
                            Event.DESTROY, ActorState.STOPPING),
            ActorState.RUNNING,
                    Map.of(
                            Event.ENDED, ActorState.STOPPING,
                            Event.CRASHED, ActorState.BACKING_OFF,
                            Event.UPGRADE, ActorState.BACKING_OFF,
                            Event.DESTROY, ActorState.STOPPING),
            ActorState.BACKING_OFF,
                    Map.of(
                            Event.UPGRADE, ActorState.BACKING_OFF,
                            Event.RETRY, ActorState.STARTING,
                            Event.DESTROY, ActorState.STOPPING),
            ActorState.STOPPING, Map.of(Event.FREED, ActorState.TERMINATED),
            ActorState.TERMINATED, Map.of());

    private Lifecycle() {}

    /**
     * The state that {@code event} leads to from {@code state}; empty if it comes too late or too early to matter
     * there.
     */
    public static Optional<ActorState> next(ActorState state, Event event) {
        return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(event));
    }
}
