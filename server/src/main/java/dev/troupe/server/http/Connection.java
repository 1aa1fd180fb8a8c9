package dev.troupe.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: a request after the other, the next one only after the answer, and of a stored body the next
 * piece only when the one before is written; what was read too far waits in the handler before this one. Confined to
 * its channel's thread; it ends with the channel.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write or close ends in the channel's close
final class Connection extends SimpleChannelInboundHandler<HttpObject> {
    private static final System.Logger LOG = System.getLogger("dev.troupe.server");

    private static final int LINGER_SECONDS = 1;

    private final Endpoint endpoint;
    private final Executor calls;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private @Nullable Reception reception;
    private volatile @Nullable FileChannel file;
    /** The last step of a body that is stored: the file is its thread's until it is done. */
    private CompletableFuture<Void> storing = CompletableFuture.completedFuture(null);

    private long received;
    private boolean keepAlive;
    private boolean answering;

    Connection(Endpoint endpoint, Executor calls) {
        this.endpoint = endpoint;
        this.calls = calls;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
        if (answering) {
            return; // what follows a refused request
        }
        if (message.decoderResult().isFailure()) {
            answer(context, endpoint.malformed(), false);
        } else if (message instanceof HttpRequest request) {
            begin(context, request);
        } else if (message instanceof HttpContent content) {
            receive(context, content.content(), message instanceof LastHttpContent);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        keepAlive = HttpUtil.isKeepAlive(request);
        received = 0;
        collected.reset();
        Reception decided;
        try {
            decided = endpoint.receive(head(request));
        } catch (IllegalArgumentException badEncoding) {
            answer(context, endpoint.malformed(), false);
            return;
        }
        reception = decided;
        if (decided instanceof Reception.Refuse refuse) {
            answer(context, refuse.reply(), false);
            return;
        }
        if (HttpUtil.is100ContinueExpected(request)) {
            context.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        }
    }

    private static Head head(HttpRequest request) {
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        String length = request.headers().get(HttpHeaderNames.CONTENT_LENGTH);
        return new Head(
                request.method().name(),
                uri.path(),
                uri.parameters(),
                Optional.ofNullable(request.headers().get(HttpHeaderNames.AUTHORIZATION)),
                Optional.ofNullable(request.headers().get(HttpHeaderNames.HOST)),
                length == null ? Optional.empty() : Optional.of(Long.parseLong(length)));
    }

    private void receive(ChannelHandlerContext context, ByteBuf bytes, boolean last) {
        received += bytes.readableBytes();
        if (reception instanceof Reception.Collect collect) {
            if (received > collect.most()) {
                answer(context, collect.tooLarge(), false);
                return;
            }
            byte[] copy = new byte[bytes.readableBytes()];
            bytes.readBytes(copy);
            collected.writeBytes(copy);
            if (last) {
                byte[] body = collected.toByteArray();
                call(context, () -> collect.then().apply(body));
            }
        } else if (reception instanceof Reception.Store store) {
            if (received > store.most()) {
                abandon(store);
                answer(context, store.tooLarge(), false);
                return;
            }
            ByteBuf piece = bytes.retain();
            context.channel().config().setAutoRead(false);
            off(context, () -> write(store, piece, last), () -> {
                if (last) {
                    call(context, () -> store.then().apply(store.file()));
                } else {
                    context.channel().config().setAutoRead(true);
                }
            });
        }
    }

    /** On a thread for calls; the channel's thread waits, so nobody else touches the file. */
    private void write(Reception.Store store, ByteBuf piece, boolean last) {
        try {
            if (file == null) {
                file = FileChannel.open(store.file(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }
            while (piece.isReadable()) {
                piece.readBytes(file, piece.readableBytes());
            }
            if (last) {
                closeFile();
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } finally {
            piece.release();
        }
    }

    private void closeFile() {
        FileChannel open = file;
        file = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException failure) {
                LOG.log(System.Logger.Level.WARNING, "An upload could not be closed.", failure);
            }
        }
    }

    private void off(ChannelHandlerContext context, Runnable work, Runnable then) {
        try {
            storing = CompletableFuture.runAsync(work, calls);
            storing.whenCompleteAsync(
                    (done, failure) -> {
                        if (failure != null) {
                            failed(context, failure);
                        } else {
                            then.run();
                        }
                    },
                    context.executor());
        } catch (RejectedExecutionException full) {
            busy(context);
        }
    }

    private void call(ChannelHandlerContext context, Supplier<CompletionStage<Reply>> work) {
        answering = true;
        context.channel().config().setAutoRead(false);
        try {
            CompletableFuture.supplyAsync(work, calls)
                    .thenCompose(stage -> stage)
                    .whenCompleteAsync(
                            (reply, failure) -> {
                                if (failure != null) {
                                    failed(context, failure);
                                } else {
                                    answer(context, reply, keepAlive);
                                }
                            },
                            context.executor());
        } catch (RejectedExecutionException full) {
            busy(context);
        }
    }

    private void busy(ChannelHandlerContext context) {
        answer(context, new Reply(503, "text/plain", new byte[0]), false);
    }

    private void failed(ChannelHandlerContext context, Throwable failure) {
        if (reception instanceof Reception.Store store && cause(failure) instanceof FileAlreadyExistsException) {
            answer(context, store.taken(), false);
            return;
        }
        LOG.log(System.Logger.Level.ERROR, "A request failed inside the server.", failure);
        answer(context, new Reply(500, "text/plain", new byte[0]), false);
    }

    private static Throwable cause(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }

    private void answer(ChannelHandlerContext context, Reply reply, boolean goesOn) {
        answering = true;
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reply.status()), Unpooled.wrappedBuffer(reply.body()));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, reply.type());
        response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, reply.body().length);
        response.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        response.headers().set("X-Content-Type-Options", "nosniff");
        reply.fields().forEach(response.headers()::set);
        if (!goesOn) {
            response.headers().set(HttpHeaderNames.CONNECTION, "close");
        }
        context.writeAndFlush(response).addListener((ChannelFutureListener) written -> {
            if (!written.isSuccess()) {
                written.channel().close();
            } else if (goesOn) {
                answering = false;
                written.channel().config().setAutoRead(true);
            } else {
                linger(written.channel());
            }
        });
    }

    /** RFC 9112 §9.6: a close would reset a client that still sends, and it might never read the answer. */
    private static void linger(Channel channel) {
        ((DuplexChannel) channel).shutdownOutput();
        channel.config().setAutoRead(true);
        channel.eventLoop().schedule(() -> channel.close(), LINGER_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent && !answering) {
            context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (reception instanceof Reception.Store store) {
            storing.whenComplete((done, failure) -> abandon(store));
        }
    }

    /** Half a body is none: it can be sent again. Where nobody writes any more. */
    private void abandon(Reception.Store store) {
        if (file == null) {
            return;
        }
        closeFile();
        try {
            Files.deleteIfExists(store.file());
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "Half an upload could not be removed.", failure);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        context.close();
    }
}
