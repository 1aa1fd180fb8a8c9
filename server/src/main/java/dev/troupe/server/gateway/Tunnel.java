package dev.troupe.server.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * One direction of a WebSocket: bytes as they come, read while the other side takes them. One at the end of either
 * channel, both on one thread. It ends with either channel; an end of the input is passed on.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write or close ends in the channel's close, which is told
final class Tunnel extends ChannelInboundHandlerAdapter {
    /** A side that goes on sending after the other has ended is not waited for any longer. */
    private static final int HALF_CLOSED_SECONDS = 60;

    private final Channel other;
    private final boolean halfCloses;

    /** @param halfCloses whether one direction of {@code other} can end by itself, which TLS does not know */
    Tunnel(Channel other, boolean halfCloses) {
        this.other = other;
        this.halfCloses = halfCloses;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf) {
            other.write(message, other.voidPromise());
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        other.flush();
        if (other.isWritable()) {
            context.read();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            other.read();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (!(event instanceof ChannelInputShutdownEvent) && !(event instanceof SslCloseCompletionEvent)) {
            return;
        }
        Channel self = context.channel();
        if (halfCloses
                && other instanceof DuplexChannel duplex
                && self instanceof DuplexChannel own
                && !own.isOutputShutdown()) {
            other.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> duplex.shutdownOutput());
            ScheduledFuture<?> late =
                    self.eventLoop().schedule(() -> self.close(), HALF_CLOSED_SECONDS, TimeUnit.SECONDS);
            self.closeFuture().addListener(closed -> late.cancel(false));
        } else {
            self.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        other.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        other.config().setOption(ChannelOption.SO_LINGER, 0);
        context.close();
    }
}
