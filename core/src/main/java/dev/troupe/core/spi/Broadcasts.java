package dev.troupe.core.spi;

import dev.troupe.core.LimitExceededException;
import dev.troupe.core.Permissions;
import java.util.Optional;

/**
 * The channels of one actor that other actors of its host hear, by name. One object for each start, asked on the loop;
 * channels that are left open are closed with the actor.
 */
public interface Broadcasts {

    /**
     * Opens the channel {@code name}; an actor opens each name once and tells its own listeners itself.
     *
     * @return empty if {@link Permissions#mayBroadcast} says no: the name then stays within the actor
     * @throws LimitExceededException if {@code Limits.channels} are open
     */
    Optional<Channel> open(String name, Receiver receiver);

    /** What an actor hears. Called on its loop, never after the channel was closed. */
    interface Receiver {
        /** A message of another actor. The array is the receiver's own. */
        void received(byte[] message);

        /** Messages were dropped: {@code Limits.channelBytes} or {@code Limits.inboxTasks} were waiting. */
        void lost();
    }

    /** One open channel. {@link #close} on any thread, the rest on the loop. */
    interface Channel extends AutoCloseable {
        /** Does another actor listen? */
        boolean heard();

        /**
         * Sends to all others that have the channel open now; each has a queue of its own, so that a slow one delays
         * nobody.
         *
         * @throws LimitExceededException if the message alone is larger than {@code Limits.channelBytes}
         */
        void post(byte[] message);

        @Override
        void close();
    }
}
