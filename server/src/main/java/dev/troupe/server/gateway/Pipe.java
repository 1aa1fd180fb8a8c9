package dev.troupe.server.gateway;

import dev.troupe.node.netty.transport.GuardedPort;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.util.ReferenceCountUtil;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's end of one connection to an actor: one exchange after the other, of one client's connection alone,
 * since the program sees who connected. On the connection's thread. It ends when either side closes it; what an actor
 * sends that nobody asked for closes it too.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write or close ends in the channel's close, which is told
final class Pipe extends ChannelInboundHandlerAdapter {
    private final GuardedPort port;
    private final ReplyDecoder decoder;
    private final HttpRequestEncoder encoder = new HttpRequestEncoder();
    private @Nullable DuplexChannel channel;
    private @Nullable Exchange exchange;
    private long staleAtNanos = Long.MAX_VALUE;
    private boolean closed;
    private boolean used;

    Pipe(GuardedPort port, int headBytes) {
        this.port = port;
        decoder = new ReplyDecoder(headBytes);
    }

    GuardedPort port() {
        return port;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel = (DuplexChannel) context.channel();
        context.pipeline().addBefore(context.name(), "encoder", encoder).addBefore(context.name(), "decoder", decoder);
    }

    DuplexChannel channel() {
        return Objects.requireNonNull(channel);
    }

    /** Serves {@code next} until it is let go. */
    void serve(Exchange next, boolean head) {
        exchange = next;
        decoder.answersHead(head);
        channel().read();
    }

    /** Did it serve before? Its actor may have closed it meanwhile, which is nobody's fault. */
    boolean isUsed() {
        return used;
    }

    /**
     * Serves nobody.
     *
     * @param keptNanos how long the actor keeps it open
     */
    void release(long keptNanos) {
        exchange = null;
        used = true;
        staleAtNanos = System.nanoTime() + keptNanos;
    }

    /** Can it serve another exchange? */
    boolean isFresh() {
        return !closed && channel().isActive() && port.isOpen() && staleAtNanos - System.nanoTime() > 0;
    }

    void write(HttpObject part) {
        channel().write(part, channel().voidPromise());
    }

    void flush() {
        channel().flush();
    }

    boolean isWritable() {
        return channel().isWritable();
    }

    /** Reads on if whoever is served can take it; also what nobody asked for, and the end. */
    void pull() {
        if (!closed && (exchange == null || exchange.mayAnswerMore())) {
            channel().read();
        }
    }

    /** The client sends no more. */
    void endInput() {
        DuplexChannel open = channel();
        open.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> open.shutdownOutput());
    }

    /** Takes HTTP out of the way: {@code tunnel} gets all that comes from here on. */
    void switchTo(Tunnel tunnel) {
        exchange = null;
        closed = true;
        channel().pipeline().replace(this, "tunnel", tunnel);
        channel().pipeline().remove(encoder);
        channel().pipeline().remove(decoder);
    }

    /** Closes in order. */
    void close() {
        exchange = null;
        closed = true;
        channel().close();
    }

    /** Closes as a broken connection does, so that the program learns that its answer has no reader. */
    void reset() {
        channel().config().setOption(ChannelOption.SO_LINGER, 0);
        close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        Exchange served = exchange;
        if (served != null && message instanceof HttpObject part) {
            served.reply(this, part);
            return;
        }
        ReferenceCountUtil.release(message);
        if (!closed) {
            close();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        Exchange served = exchange;
        if (served != null) {
            served.flushAnswer();
        }
        pull();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        Exchange served = exchange;
        if (served != null && isWritable()) {
            served.pullClient();
        }
    }

    /** The actor sends no more. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            over();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        over();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close().addListener(ChannelFutureListener.CLOSE);
    }

    private void over() {
        Exchange served = exchange;
        close();
        if (served != null) {
            served.pipeLost(this);
        }
    }
}
