package dev.troupe.core.channel;

import dev.troupe.core.LimitExceededException;
import dev.troupe.core.Limits;
import dev.troupe.core.Permissions;
import dev.troupe.core.spi.Broadcasts;
import dev.troupe.core.spi.EventLoop;
import dev.troupe.core.spi.ResourceScope;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One actor's side of the hub: asks its permissions, counts what it has open and what waits for it. Owned by the
 * actor's start; opened on its loop, filled by the threads of others. Its channels end with the actor's scope.
 */
final class ActorBroadcasts implements Broadcasts {
    private final BroadcastHub hub;
    private final Permissions permissions;
    private final Limits limits;
    private final EventLoop loop;
    private final ResourceScope scope;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong waiting = new AtomicLong();

    ActorBroadcasts(BroadcastHub hub, Permissions permissions, Limits limits, EventLoop loop, ResourceScope scope) {
        this.hub = hub;
        this.permissions = permissions;
        this.limits = limits;
        this.loop = loop;
        this.scope = scope;
    }

    @Override
    public Optional<Channel> open(String name, Receiver receiver) {
        if (!permissions.mayBroadcast(name)) {
            return Optional.empty();
        }
        if (open.incrementAndGet() > limits.channels()) {
            open.decrementAndGet();
            throw new LimitExceededException(
                    "More than Limits.channels = " + limits.channels() + " broadcast channels are open.");
        }
        OpenChannel channel = new OpenChannel(this, name, receiver);
        hub.add(channel);
        channel.registered(scope.add(channel));
        return Optional.of(channel);
    }

    void closed(OpenChannel channel) {
        hub.remove(channel);
        open.decrementAndGet();
    }

    Iterable<OpenChannel> named(String name) {
        return hub.named(name);
    }

    EventLoop loop() {
        return loop;
    }

    /** Larger than everything that may wait? */
    void checkSize(byte[] message) {
        if (message.length > limits.channelBytes()) {
            throw new LimitExceededException("A message of " + message.length
                    + " bytes is larger than Limits.channelBytes = " + limits.channelBytes() + ".");
        }
    }

    /** Room for a message that is to wait; false if there is none. */
    boolean take(int bytes) {
        if (waiting.addAndGet(bytes) <= limits.channelBytes()) {
            return true;
        }
        give(bytes);
        return false;
    }

    void give(int bytes) {
        waiting.addAndGet(-bytes);
    }
}
