package dev.troupe.core.channel;

import dev.troupe.core.Limits;
import dev.troupe.core.Permissions;
import dev.troupe.core.spi.Broadcasts;
import dev.troupe.core.spi.EventLoop;
import dev.troupe.core.spi.ResourceScope;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who has which channel open on this host. Owned by the host, any thread; it holds nothing but open channels, which
 * their actors' scopes close.
 */
public final class BroadcastHub {
    private final Map<String, Set<OpenChannel>> channels = new ConcurrentHashMap<>();

    /** The channels of one start of an actor. */
    public Broadcasts of(Permissions permissions, Limits limits, EventLoop loop, ResourceScope scope) {
        return new ActorBroadcasts(this, permissions, limits, loop, scope);
    }

    void add(OpenChannel channel) {
        channels.compute(channel.name(), (name, open) -> {
            Set<OpenChannel> all = open == null ? ConcurrentHashMap.newKeySet() : open;
            all.add(channel);
            return all;
        });
    }

    void remove(OpenChannel channel) {
        channels.computeIfPresent(channel.name(), (name, open) -> {
            open.remove(channel);
            return open.isEmpty() ? null : open;
        });
    }

    /** Those that have the channel open now; a view that may be walked while it changes. */
    Set<OpenChannel> named(String name) {
        return channels.getOrDefault(name, Set.of());
    }
}
