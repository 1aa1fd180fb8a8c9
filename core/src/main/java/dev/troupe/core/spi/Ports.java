package dev.troupe.core.spi;

import java.net.InetSocketAddress;
import java.util.Optional;

/** The listening ports of one actor, asked by whoever binds sockets. Any thread. */
public interface Ports {

    /**
     * Asks to listen. A declared port's number gives the address that the host reserved for it, whatever {@code host}
     * says; another number is a question to the actor's permissions.
     *
     * @param host the address asked for; empty means all
     * @param port 0 to 65535
     * @return the address to bind and the port it serves
     * @throws PortDeniedException if the port is not declared and the permissions do not allow it
     */
    Listening listen(String host, int port);

    /** One permitted listener. */
    interface Listening {
        /** The address to bind. */
        InetSocketAddress address();

        /**
         * The name of the declared port that the gateway serves, if it is one: then no socket is bound, and whoever
         * listens takes connections from inside the JVM.
         */
        default Optional<String> guarded() {
            return Optional.empty();
        }

        /** Says that the listener is bound, at {@code bound}. */
        void bound(InetSocketAddress bound);

        /**
         * Gives what stops accepting while open connections go on; it is called once, when destruction begins, on any
         * thread. A listener that gives none accepts until its scope closes.
         */
        default void onStop(Runnable stopAccepting) {}

        /** Says that binding failed or that the listener was closed; the number stays reserved for this actor. */
        void closed();
    }
}
