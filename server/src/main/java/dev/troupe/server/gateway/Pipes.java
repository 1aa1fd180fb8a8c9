package dev.troupe.server.gateway;

import dev.troupe.node.netty.transport.GuardedPort;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * The pipes of one client's connection that serve nobody now, newest first. On the connection's thread; it ends with
 * the connection, which closes them.
 */
final class Pipes {
    /** A client that goes from actor to actor opens pipes anew beyond this. */
    private static final int MOST = 8;

    private final Deque<Pipe> idle = new ArrayDeque<>(2);

    /** A pipe to {@code port} that is as good as new. */
    Optional<Pipe> take(GuardedPort port) {
        Iterator<Pipe> pipes = idle.iterator();
        while (pipes.hasNext()) {
            Pipe pipe = pipes.next();
            if (!pipe.isFresh()) {
                pipes.remove();
                pipe.close();
            } else if (pipe.port() == port) {
                pipes.remove();
                return Optional.of(pipe);
            }
        }
        return Optional.empty();
    }

    void put(Pipe pipe) {
        idle.addFirst(pipe);
        if (idle.size() > MOST) {
            idle.removeLast().close();
        }
    }

    void close() {
        new ArrayList<>(idle).forEach(Pipe::close);
        idle.clear();
    }
}
