package dev.troupe.server.gateway;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection, HTTP/1.1: an exchange after the other; or one stream of HTTP/2, with a single one, which its
 * codec makes look alike. It reads when what comes can be passed on, and once more while an answer is under way, to
 * learn that the client is gone; what that brings of the next request waits. Confined to its channel's thread; it ends
 * with the channel.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write or close ends in the channel's close
final class ClientHandler extends ChannelInboundHandlerAdapter implements Client {
    /** RFC 9112 §9.6: a close would reset a client that still sends, and it might never read the answer. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    /** The gateway serves nothing new. */
    enum Drain {
        NOW
    }

    private final Site site;
    private final @Nullable ClientDecoder decoder;
    private final @Nullable AnswerEncoder encoder;
    private final Pipes pipes;
    private final Queue<Object> ahead = new ArrayDeque<>(4);
    private final boolean secure;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Deadline deadline;
    private @Nullable Exchange exchange;
    private boolean processing;
    private boolean inputEnded;
    private boolean draining;
    /** Nothing is served any more: what comes is thrown away. */
    private boolean closing;

    /** @param secure whether it comes over TLS */
    ClientHandler(Site site, ClientDecoder decoder, AnswerEncoder encoder, boolean secure) {
        this.site = site;
        this.decoder = decoder;
        this.encoder = encoder;
        this.secure = secure;
        this.pipes = new Pipes();
    }

    /**
     * One stream.
     *
     * @param pipes its connection's, which closes them
     */
    ClientHandler(Site site, Pipes pipes, boolean secure) {
        this.site = site;
        this.decoder = null;
        this.encoder = null;
        this.secure = secure;
        this.pipes = pipes;
    }

    /** Is it a stream of HTTP/2? */
    private boolean isStream() {
        return decoder == null;
    }

    private boolean isPartial() {
        return decoder != null && decoder.isPartial();
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        deadline = new Deadline(added.executor(), this::expired);
        if (added.channel().isActive()) {
            begin();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        begin();
    }

    private void begin() {
        if (deadline().pending() == Deadline.Wait.NOTHING) {
            deadline().set(Deadline.Wait.REQUEST, site.patience().idle());
            context().read();
        }
    }

    // ---- what comes

    @Override
    public void channelRead(ChannelHandlerContext from, Object message) {
        if (closing) {
            ReferenceCountUtil.release(message);
            return;
        }
        ahead.add(message);
        process();
    }

    /** Handles what was read, as far as the exchange under way lets it. */
    private void process() {
        if (processing) {
            return;
        }
        processing = true;
        try {
            while (!closing && !ahead.isEmpty()) {
                Exchange under = exchange;
                if (under == null) {
                    start(ahead.remove());
                } else if (under.isReady() && !under.requestDone()) {
                    under.content((HttpContent) ahead.remove());
                } else {
                    break;
                }
            }
        } finally {
            processing = false;
        }
        if (decoder != null) {
            decoder.pause(!ahead.isEmpty() && !closing);
        }
        if (inputEnded && ahead.isEmpty() && !closing) {
            inputOver();
        }
    }

    private void start(Object first) {
        Object message = first;
        if (isStream() && first instanceof FullHttpRequest whole) { // it has no body
            message = new DefaultHttpRequest(whole.protocolVersion(), whole.method(), whole.uri(), whole.headers());
            ((HttpRequest) message).setDecoderResult(whole.decoderResult());
            whole.release();
            ahead.add(LastHttpContent.EMPTY_LAST_CONTENT);
        }
        if (!(message instanceof HttpRequest request)) {
            ReferenceCountUtil.release(message);
            if (message instanceof ClientDecoder.Malformed) {
                refuse(Refusal.malformed("These bytes are no HTTP request."));
            }
            return; // else the end of a request that was refused for its head
        }
        if (request.decoderResult().isFailure()) {
            Throwable cause = request.decoderResult().cause();
            if (cause instanceof PrematureChannelClosureException) {
                close();
            } else {
                refuse(RequestRules.unreadable(cause));
            }
            return;
        }
        Exchange next = new Exchange(site, this, request);
        if (draining) {
            next.closeAfter();
        }
        exchange = next;
        deadline().set(Deadline.Wait.BODY, site.patience().body());
        next.begin();
    }

    /** Answers what is no request. */
    private void refuse(Refusal refusal) {
        HttpResponse response = refusal.response();
        HttpUtil.setKeepAlive(response.headers(), HttpVersion.HTTP_1_1, false);
        write(response, false);
        closeGently();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext from) {
        Exchange under = exchange;
        if (under != null) {
            under.flushRequest();
        } else if (!closing) {
            awaitHead();
        }
        pull();
    }

    private void awaitHead() {
        Deadline.Wait pending = deadline().pending();
        if (isPartial() && pending != Deadline.Wait.HEAD) {
            deadline().set(Deadline.Wait.HEAD, site.patience().head());
        }
    }

    @Override
    public void pull() {
        if (closing) {
            context().read(); // to be thrown away, and to learn of the end
            return;
        }
        Exchange under = exchange;
        if (under != null && under.isReady() && !under.requestDone()) {
            boolean takes = under.takesMore();
            deadline()
                    .set(
                            takes ? Deadline.Wait.BODY : Deadline.Wait.ANSWER,
                            takes ? site.patience().body() : site.patience().answer());
            if (!takes) {
                return;
            }
        }
        if (ahead.isEmpty()) {
            context().read();
        }
    }

    @Override
    public void goOn() {
        if (!processing) {
            process();
            Exchange under = exchange;
            if (under != null) {
                under.flushRequest();
            }
            pull();
        }
    }

    @Override
    public void hold(boolean on) {
        if (decoder != null) {
            decoder.hold(on);
        }
    }

    // ---- what goes

    @Override
    public void write(HttpResponse head, boolean bodyless) {
        if (encoder != null) {
            encoder.bodyless(bodyless);
        } else if (bodyless
                && head instanceof FullHttpResponse full
                && head.status().code() >= 200) {
            full.release();
            write(new DefaultHttpResponse(head.protocolVersion(), head.status(), head.headers()));
            write(LastHttpContent.EMPTY_LAST_CONTENT);
            return;
        }
        context().write(head, context().voidPromise());
    }

    @Override
    public void write(HttpObject part) {
        context().write(part, context().voidPromise());
    }

    @Override
    public void flush() {
        context().flush();
    }

    @Override
    public boolean isWritable() {
        return context().channel().isWritable();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext from) {
        if (closing) {
            return; // it has a deadline of its own
        }
        Exchange under = exchange;
        if (!isWritable()) {
            if (deadline().pending() == Deadline.Wait.NOTHING) {
                deadline().set(Deadline.Wait.READER, site.patience().write());
            }
            return;
        }
        if (deadline().pending() == Deadline.Wait.READER) {
            deadline().clear();
        }
        if (under != null) {
            under.clientWritable();
        }
    }

    // ---- endings

    @Override
    public void finished(boolean keepAlive) {
        exchange = null;
        if (!keepAlive || isStream()) {
            closeGently();
            return;
        }
        deadline().set(Deadline.Wait.REQUEST, site.patience().idle());
        if (!processing) {
            process();
            if (exchange == null && !closing) {
                awaitHead();
            }
            goOn();
        }
    }

    /** Closes once all is written, and leaves the client time to read it. */
    private void closeGently() {
        closing = true;
        Channel channel = context().channel();
        // a client that does not read its answer is not waited for
        deadline().set(Deadline.Wait.READER, site.patience().write());
        if (isStream()) { // it ends by itself when both directions have
            flush();
            channel.read();
            return;
        }
        pipes.close();
        boolean half = channel instanceof DuplexChannel && !secure && !inputEnded;
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((ChannelFutureListener) written -> {
            if (!half || !written.isSuccess()) {
                channel.close();
                return;
            }
            ((DuplexChannel) channel).shutdownOutput();
            deadline().set(Deadline.Wait.READER, LINGER);
            channel.read();
        });
    }

    @Override
    public void abort(boolean reset) {
        exchange = null;
        flush();
        if (reset) {
            context().channel().config().setOption(ChannelOption.SO_LINGER, 0);
        }
        close();
    }

    private void close() {
        closing = true;
        context().close();
    }

    private void inputOver() {
        Exchange under = exchange;
        if (under == null) {
            closeGently();
        } else if (under.requestDone()) {
            under.endInput();
        } else if (under.isReady()) {
            close(); // in the middle of its request
        }
    }

    private void expired(Deadline.Wait passed) {
        Exchange under = exchange;
        if (under != null && passed != Deadline.Wait.READER) {
            under.expired(passed);
        } else if (passed == Deadline.Wait.HEAD) {
            refuse(Refusal.SLOW);
        } else {
            close();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext from, Object event) {
        if (isStream()) {
            return; // the end of a request is an end of the stream's input, and nothing else
        }
        if (event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent) {
            inputEnded = true;
            if (closing) {
                context().close();
            } else if (ahead.isEmpty()) {
                inputOver();
            }
        } else if (event == Drain.NOW) {
            drain();
        }
    }

    private void drain() {
        draining = true;
        Exchange under = exchange;
        if (under != null) {
            under.closeAfter();
        } else if (!closing && !isPartial()) {
            closeGently();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext from) {
        closing = true;
        deadline().close();
        Exchange under = exchange;
        exchange = null;
        if (under != null) {
            under.clientGone();
        }
        if (!isStream()) {
            pipes.close();
        }
        release();
    }

    private void release() {
        ahead.forEach(ReferenceCountUtil::release);
        ahead.clear();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
        close();
    }

    @Override
    public void switchTo(Pipe pipe, HttpResponse answer, Runnable ended) {
        exchange = null;
        closing = true;
        deadline().close();
        pipes.close();
        FieldRules.pass(answer);
        FieldRules.webSocket(answer);
        write(answer, true);
        Channel own = context().channel();
        own.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
        release();
        own.closeFuture().addListener(closed -> ended.run());
        Channel actors = pipe.channel();
        own.pipeline().addLast(new Tunnel(actors, true));
        pipe.switchTo(new Tunnel(own, !secure));
        own.pipeline().remove(Objects.requireNonNull(encoder));
        own.pipeline().remove(this);
        own.pipeline().remove(Objects.requireNonNull(decoder));
        own.read();
        actors.read();
    }

    // ---- what it is

    @Override
    public InetSocketAddress remote() {
        return (InetSocketAddress) context().channel().remoteAddress();
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public EventLoop loop() {
        return context().channel().eventLoop();
    }

    @Override
    public Pipes pipes() {
        return pipes;
    }

    @Override
    public Deadline deadline() {
        return Objects.requireNonNull(deadline);
    }

    @Override
    public boolean canSwitch() {
        return !isStream();
    }
}
