package dev.troupe.core.port;

import dev.troupe.core.Permissions;
import dev.troupe.core.spi.PortDeniedException;
import dev.troupe.core.spi.Ports;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The listeners of one start of one actor. Any thread; owned by that start and stopped with it. */
public final class ActorPorts implements Ports {
    private final List<ReservedPort> declared;
    private final boolean optional;
    private final Permissions permissions;
    private final Runnable onChange;
    private final Set<Listener> listeners = new LinkedHashSet<>(2);
    private boolean stopped;

    /**
     * Holds nothing yet.
     *
     * @param declared the actor's reserved ports
     * @param optional whether the program may leave them unused
     * @param permissions answers for all other ports
     * @param onChange called after each bind and close
     */
    public ActorPorts(List<ReservedPort> declared, boolean optional, Permissions permissions, Runnable onChange) {
        this.declared = declared;
        this.optional = optional;
        this.permissions = permissions;
        this.onChange = onChange;
    }

    @Override
    public Listening listen(String host, int port) {
        Listener listener = permitted(host, port);
        synchronized (listeners) {
            if (stopped) {
                throw new PortDeniedException("The actor is stopping: it opens no more listeners.");
            }
            listeners.add(listener);
        }
        if (listener.reserved != null) {
            listener.reserved.stepAside();
        }
        return listener;
    }

    private Listener permitted(String host, int port) {
        for (ReservedPort reserved : declared) {
            if (reserved.number() == port) {
                return new Listener(reserved.address(), reserved);
            }
        }
        InetSocketAddress asked = resolved(host, port);
        if (!permissions.mayListen(asked)) {
            throw new PortDeniedException(
                    "Port " + port + " is not declared: listen on process.env.PORT_<NAME>, declare the"
                            + " port when the actor is created, or grant listenAnywhere().");
        }
        return new Listener(asked, null);
    }

    private static InetSocketAddress resolved(String host, int port) {
        try {
            return host.isEmpty()
                    ? new InetSocketAddress(port)
                    : new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException unknown) {
            return InetSocketAddress.createUnresolved(host, port);
        }
    }

    /** Can the actor be reached: do all declared ports listen, or, when they are optional, is no bind under way? */
    public boolean settled() {
        synchronized (listeners) {
            for (ReservedPort port : declared) {
                boolean asked = false;
                boolean bound = false;
                for (Listener listener : listeners) {
                    asked |= listener.reserved == port;
                    bound |= listener.reserved == port && listener.bound;
                }
                if (!bound && (asked || !optional)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Destruction begins: no new listeners, and those that are stop accepting. Idempotent. */
    public void stopAccepting() {
        List<Runnable> hooks = new ArrayList<>();
        synchronized (listeners) {
            if (stopped) {
                return;
            }
            stopped = true;
            for (Listener listener : listeners) {
                if (listener.stop != null) {
                    hooks.add(listener.stop);
                }
            }
        }
        hooks.forEach(Runnable::run);
    }

    /** One listener; its fields are guarded by {@link #listeners}. */
    private final class Listener implements Listening {
        private final InetSocketAddress address;
        private final @Nullable ReservedPort reserved;
        private @Nullable Runnable stop;
        private boolean bound;

        Listener(InetSocketAddress address, @Nullable ReservedPort reserved) {
            this.address = address;
            this.reserved = reserved;
        }

        @Override
        public InetSocketAddress address() {
            return address;
        }

        @Override
        public Optional<String> guarded() {
            return reserved == null || !reserved.isGuarded()
                    ? Optional.empty()
                    : Optional.of(reserved.spec().name());
        }

        @Override
        public void onStop(Runnable stopAccepting) {
            boolean late;
            synchronized (listeners) {
                stop = stopAccepting;
                late = stopped;
            }
            if (late) {
                stopAccepting.run();
            }
        }

        @Override
        public void bound(InetSocketAddress at) {
            synchronized (listeners) {
                bound = true;
            }
            onChange.run();
        }

        @Override
        public void closed() {
            synchronized (listeners) {
                bound = false;
                listeners.remove(this);
            }
            if (reserved != null) {
                reserved.stepBack();
            }
            onChange.run();
        }
    }
}
