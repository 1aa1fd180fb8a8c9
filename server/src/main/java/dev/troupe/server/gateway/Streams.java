package dev.troupe.server.gateway;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.codec.http2.HttpConversionUtil.ExtensionHeaderNames;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;

/**
 * One client's connection, HTTP/2: a channel for each of its streams, with one exchange, and the pipes that they share.
 * Confined to the connection's thread; it ends with the connection, which lets running streams finish when it drains.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a connection that closes is not waited for
final class Streams extends ChannelInboundHandlerAdapter {
    private final Site site;
    private final Pipes pipes = new Pipes();
    private int open;

    Streams(Site site) {
        this.site = site;
    }

    /** Sets a stream's channel up. */
    ChannelHandler opener() {
        return new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel stream) {
                open++;
                stream.closeFuture().addListener(closed -> open--);
                stream.config().setAutoRead(false);
                stream.pipeline()
                        .addLast(
                                new Http2StreamFrameToHttpObjectCodec(true, true),
                                new Plain(),
                                new ClientHandler(site, pipes, true));
            }
        };
    }

    /** Takes away what the codec adds to a head. */
    private static final class Plain extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                for (ExtensionHeaderNames name : ExtensionHeaderNames.values()) {
                    request.headers().remove(name.text());
                }
            }
            context.fireChannelRead(message);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        boolean idle = event instanceof IdleStateEvent && open == 0;
        if (idle || event == ClientHandler.Drain.NOW) {
            context.close(); // tells the client, and waits for what runs
        }
    }

    /** Frames of the connection itself: the codec has done what they ask for. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        pipes.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
