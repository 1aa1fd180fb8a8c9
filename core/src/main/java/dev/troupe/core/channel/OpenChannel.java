package dev.troupe.core.channel;

import dev.troupe.core.spi.Broadcasts;
import dev.troupe.core.spi.ResourceScope;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A channel that one actor has open. Posted to by other actors on their threads, heard on the owner's loop; it ends
 * with {@link #close}, after which nothing that waits is heard.
 */
final class OpenChannel implements Broadcasts.Channel {
    private final ActorBroadcasts owner;
    private final String name;
    private final Broadcasts.Receiver receiver;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean losing = new AtomicBoolean();
    private volatile ResourceScope.@Nullable Registration registration;

    OpenChannel(ActorBroadcasts owner, String name, Broadcasts.Receiver receiver) {
        this.owner = owner;
        this.name = name;
        this.receiver = receiver;
    }

    String name() {
        return name;
    }

    void registered(ResourceScope.Registration entry) {
        registration = entry;
    }

    @Override
    public boolean heard() {
        for (OpenChannel other : owner.named(name)) {
            if (other.owner != owner) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void post(byte[] message) {
        owner.checkSize(message);
        for (OpenChannel other : owner.named(name)) {
            if (other.owner != owner) {
                other.deliver(message);
            }
        }
    }

    private void deliver(byte[] message) {
        int size = message.length;
        if (!owner.take(size)) {
            lose();
            return;
        }
        boolean queued = owner.loop().post(() -> {
            owner.give(size);
            if (!closed.get()) {
                receiver.received(message.clone());
            }
        });
        if (!queued) {
            owner.give(size);
            lose();
        }
    }

    /** Told once for all that is dropped until the actor hears of it. */
    private void lose() {
        if (closed.get() || !losing.compareAndSet(false, true)) {
            return;
        }
        owner.loop().postAlways(() -> {
            losing.set(false);
            if (!closed.get()) {
                receiver.lost();
            }
        });
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        owner.closed(this);
        ResourceScope.Registration entry = registration;
        if (entry != null) {
            entry.release();
        }
    }
}
