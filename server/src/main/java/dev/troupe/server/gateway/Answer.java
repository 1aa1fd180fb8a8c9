package dev.troupe.server.gateway;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The answer of one exchange on its way to the client: framed anew, as the client's connection has a life of its own.
 * Owned by its exchange, on the connection's thread; it ends with {@link #isDone}.
 */
final class Answer {
    /** How long before the actor closes an idle connection it is not used any more. */
    private static final long MARGIN_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** For programs that do not say, which close when they like. */
    private static final long USUALLY_KEPT_NANOS = TimeUnit.SECONDS.toNanos(4);

    /** What a part of an answer was. */
    enum Step {
        MORE,
        SWITCHED,
        DONE
    }

    private final Client client;
    private final boolean toHead;
    private final boolean old;
    private boolean keepAlive;
    private boolean begun;
    private boolean done;
    private boolean bodyless;
    private boolean untilClose;
    private boolean informational;
    private long pipeKeptNanos;
    private @Nullable HttpResponse switching;

    /**
     * An answer that has not begun.
     *
     * @param toHead whether the request was one for a head only
     * @param old whether the client speaks HTTP/1.0
     * @param keepAlive whether it may ask again
     */
    Answer(Client client, boolean toHead, boolean old, boolean keepAlive) {
        this.client = client;
        this.toHead = toHead;
        this.old = old;
        this.keepAlive = keepAlive;
    }

    boolean isToHead() {
        return toHead;
    }

    /** Is its head on the way? */
    boolean isBegun() {
        return begun;
    }

    boolean isDone() {
        return done;
    }

    boolean keepsAlive() {
        return keepAlive;
    }

    /** Does only the end of the connection tell the client that it is whole? */
    boolean endsWithTheConnection() {
        return untilClose;
    }

    /** How long the actor keeps the pipe for another request; 0 if it does not. */
    long pipeKeptNanos() {
        return pipeKeptNanos;
    }

    /** The answer that agrees to another protocol. */
    HttpResponse switching() {
        return Objects.requireNonNull(switching);
    }

    /** The client's connection closes after it. */
    void closeAfter() {
        keepAlive = false;
    }

    /** Answers in the actor's place; before anything was taken. */
    void refuse(Refusal refusal) {
        FullHttpResponse response = refusal.response();
        connection(response);
        begun = true;
        done = true;
        client.write(response, toHead);
        client.flush();
    }

    Step take(HttpObject part) {
        if (part instanceof HttpResponse head) {
            head(head);
        }
        return part instanceof HttpContent content ? body(content) : Step.MORE;
    }

    private void head(HttpResponse head) {
        int status = head.status().code();
        if (status == 101) {
            switching = head;
        } else if (status / 100 == 1) {
            informational = true;
            inform(head);
        } else {
            lastHead(head, status);
        }
    }

    /** RFC 9110 §15.2: passed on, and not to clients that do not know what it is. */
    private void inform(HttpResponse head) {
        if (!old) {
            FieldRules.pass(head);
            client.write(
                    new DefaultFullHttpResponse(
                            HttpVersion.HTTP_1_1,
                            head.status(),
                            Unpooled.EMPTY_BUFFER,
                            head.headers(),
                            EmptyHttpHeaders.INSTANCE),
                    true);
        }
    }

    private void lastHead(HttpResponse head, int status) {
        begun = true;
        client.deadline().clear();
        pipeKeptNanos = kept(head);
        bodyless = toHead || status == 204 || status == 304;
        boolean chunked = FieldRules.pass(head);
        boolean length = head.headers().contains(HttpHeaderNames.CONTENT_LENGTH);
        if (!bodyless && !length) {
            if (!chunked) {
                pipeKeptNanos = 0; // it ended with the connection
            }
            if (old) {
                keepAlive = false;
                untilClose = true;
            } else {
                FieldRules.chunked(head);
            }
        }
        connection(head);
        head.setProtocolVersion(HttpVersion.HTTP_1_1);
        client.write(head, toHead);
    }

    private void connection(HttpMessage head) {
        if (!keepAlive) {
            head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (old) {
            head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
    }

    /** What the actor says of its connection: Node's servers tell how long they keep it. */
    private static long kept(HttpResponse head) {
        if (!HttpUtil.isKeepAlive(head)) {
            return 0;
        }
        String said = head.headers().get("keep-alive", "");
        if (!said.startsWith("timeout=")) {
            return USUALLY_KEPT_NANOS;
        }
        int end = 8;
        while (end < said.length() && end < 14 && said.charAt(end) >= '0' && said.charAt(end) <= '9') {
            end++;
        }
        long seconds = end == 8 ? 0 : Long.parseLong(said.substring(8, end));
        return Math.max(0, TimeUnit.SECONDS.toNanos(seconds) - MARGIN_NANOS);
    }

    private Step body(HttpContent content) {
        boolean last = content instanceof LastHttpContent;
        if (switching != null || informational) {
            content.release();
            informational &= !last;
            return last && switching != null ? Step.SWITCHED : Step.MORE;
        }
        if (!bodyless) {
            client.write(content);
        } else {
            ReferenceCountUtil.release(content);
            if (last) {
                client.write(LastHttpContent.EMPTY_LAST_CONTENT);
            }
        }
        done = last;
        return last ? Step.DONE : Step.MORE;
    }
}
