package dev.troupe.node.netty.transport;

import dev.troupe.core.ActorId;
import dev.troupe.core.Limits;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DuplexChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port of an actor that listens without a socket: whoever finds it connects inside the JVM. Owned by the actor's
 * listener, which closes it; any thread. What was connected before lives on.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed registration or close ends in the channel's close
public final class GuardedPort {

    /** What became of a connection. */
    public enum Outcome {
        /** It is the actor's. */
        ACCEPTED,
        /** The actor has as many connections as {@code Limits.connections} says. */
        FULL,
        /** The actor has not taken those that wait, as many as its backlog, or takes nothing at all. */
        BUSY,
        /** The port listens no more. */
        CLOSED
    }

    /** Takes the actor's end of a connection. */
    @FunctionalInterface
    public interface Acceptor {
        /**
         * Takes {@code channel}, which reads nothing yet, or closes it; {@link #taken} follows when the actor has it.
         */
        Outcome accept(DuplexChannel channel);
    }

    /**
     * The end of a connection that is the caller's.
     *
     * @param outcome whether there is a connection; if not, {@code channel} is closed, or will be
     */
    public record Connected(Outcome outcome, DuplexChannel channel) {}

    private final ActorId actor;
    private final String name;
    private final InetSocketAddress address;
    private final int backlog;
    private final Limits limits;
    private final Acceptor acceptor;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean open = true;

    /**
     * A port that nobody finds before {@link GuardedPorts#open}.
     *
     * @param address what the actor sees as its own address
     * @param backlog connections that may wait for the actor
     * @param limits the actor's
     */
    public GuardedPort(
            ActorId actor, String name, InetSocketAddress address, int backlog, Limits limits, Acceptor acceptor) {
        this.actor = actor;
        this.name = name;
        this.address = address;
        this.backlog = Math.max(1, backlog);
        this.limits = limits;
        this.acceptor = acceptor;
    }

    /** Whose port it is. */
    public ActorId actor() {
        return actor;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The bounds of the actor whose port it is. */
    public Limits limits() {
        return limits;
    }

    /** Does it take connections? */
    public boolean isOpen() {
        return open;
    }

    /** It takes no more connections. Idempotent. */
    public void close() {
        open = false;
        GuardedPorts.remove(this);
    }

    /** One connection does not wait for the actor any more. */
    public void taken() {
        waiting.decrementAndGet();
    }

    /**
     * Connects. Both ends belong to {@code loop}, on whose thread this is called.
     *
     * @param client what the actor sees as its peer's address
     * @param handler set up in the caller's end, which reads when it is asked to
     */
    public Connected connect(EventLoop loop, InetSocketAddress client, ChannelHandler handler) {
        PipeChannel near = PipeChannel.pair(client, address);
        PipeChannel far = near.peer();
        register(loop, far);
        near.pipeline().addLast(handler);
        register(loop, near);
        Outcome outcome = offer(far);
        if (outcome != Outcome.ACCEPTED) {
            far.close();
            near.close();
        }
        return new Connected(outcome, near);
    }

    private static void register(EventLoop loop, PipeChannel channel) {
        channel.config().setOption(ChannelOption.AUTO_READ, false);
        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        loop.register(channel);
    }

    private Outcome offer(PipeChannel far) {
        if (!open) {
            return Outcome.CLOSED;
        }
        if (waiting.incrementAndGet() > backlog) {
            waiting.decrementAndGet();
            return Outcome.BUSY;
        }
        Outcome outcome = acceptor.accept(far);
        if (outcome != Outcome.ACCEPTED) {
            waiting.decrementAndGet();
        }
        return outcome;
    }

    @Override
    public String toString() {
        return actor + "-" + name;
    }
}
