package dev.troupe.node.netty;

import dev.troupe.node.netty.NetEvent.Chunk;
import dev.troupe.node.netty.NetEvent.MessageEnd;
import dev.troupe.node.netty.NetEvent.ParseFailure;
import dev.troupe.node.netty.NetEvent.RequestHead;
import dev.troupe.node.netty.NetEvent.Signal;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * The end of a channel's pipeline: turns what the channel or a parser reads into events, one publication for each
 * burst. Owned by one connection, on its transport thread. Pooled memory ends here: it is copied and released before
 * anything is published, since program code that kept a view of it would read its neighbours' bytes.
 */
final class ConnectionHandler extends ChannelInboundHandlerAdapter {
    private final Connection connection;
    private @Nullable RequestHead head;
    private boolean switching;
    private boolean upgrading;
    private boolean refused;

    ConnectionHandler(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (refused) {
                return;
            }
            if (message instanceof ByteBuf bytes) {
                raw(bytes);
            } else if (message instanceof ParseFailure failure) {
                refuse(failure);
            } else if (message instanceof HttpObject part) {
                parsed(part);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void raw(ByteBuf bytes) {
        if (!connection.started()) {
            connection.keepForLater(ByteBufUtil.getBytes(bytes));
            return;
        }
        if (!upgrading && !connection.parsing()) {
            connection.received(bytes.readableBytes());
        }
        if (bytes.isReadable()) {
            connection.add(new Chunk(ByteBufUtil.getBytes(bytes)));
        }
    }

    private void parsed(HttpObject part) {
        if (part.decoderResult().isFailure()) {
            refuse(ParseFailures.of(part.decoderResult().cause(), !(part instanceof HttpRequest)));
            return;
        }
        if (part instanceof HttpRequest request) {
            ParseFailure failure = ParseFailures.check(request);
            if (failure != null) {
                refuse(failure);
                return;
            }
            head = HeadFlags.request(request, false);
            connection.addHead(head);
        } else if (part instanceof HttpResponse response) {
            ParseFailure failure = ParseFailures.framing(response);
            if (failure != null) {
                refuse(failure);
                return;
            }
            int status = response.status().code();
            switching = status == 101 || connection.asked("CONNECT") && status / 100 == 2;
            connection.add(ResponseHeads.of(response));
        }
        if (part instanceof HttpContent content) {
            body(content);
        }
    }

    private void body(HttpContent content) {
        if (content.content().isReadable()) {
            connection.add(new Chunk(ByteBufUtil.getBytes(content.content())));
        }
        if (content instanceof LastHttpContent last) {
            RequestHead started = head;
            head = null;
            if (switching || started != null && (started.flags() & HeadFlags.UPGRADE) != 0) {
                switching = false;
                upgrading = true;
                connection.detachParser();
                return;
            }
            if (started == null || !connection.complete(started)) {
                connection.add(new MessageEnd(HeadFlags.fields(last.trailingHeaders())));
            }
        }
    }

    private void refuse(ParseFailure failure) {
        refused = true;
        connection.add(failure);
        connection.readStop();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (upgrading) {
            upgrading = false;
            connection.readStop();
            connection.add(Signal.UPGRADED);
        }
        connection.readCompleted();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            connection.inputEnded();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        connection.gone();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        connection.fail(cause, "read");
    }
}
