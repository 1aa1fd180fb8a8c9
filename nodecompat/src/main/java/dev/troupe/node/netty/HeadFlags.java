package dev.troupe.node.netty;

import dev.troupe.node.netty.NetEvent.RequestHead;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Iterator;
import java.util.Map;

/** What a program asks of every head, as bits of one number, so that it need not look through the fields. Stateless. */
public final class HeadFlags {
    /** The connection may serve another message. */
    public static final int KEEP_ALIVE = 1;
    /** The peer asks for another protocol, or for a tunnel. */
    public static final int UPGRADE = 2;
    /** HTTP/1.0. */
    public static final int VERSION_1_0 = 4;
    /** The body is chunked. */
    public static final int CHUNKED = 8;
    /** There is an {@code Expect} field. */
    public static final int EXPECT = 16;
    /** {@code Expect: 100-continue}. */
    public static final int EXPECT_CONTINUE = 32;
    /** No body follows, and no other event of this message. */
    public static final int COMPLETE = 64;
    /** There is a {@code Host} field. */
    public static final int HOST = 128;
    /** There is a {@code Content-Length} field. */
    public static final int LENGTH = 256;

    private HeadFlags() {}

    static RequestHead request(HttpRequest request, boolean complete) {
        int flags = common(request) | (complete ? COMPLETE : 0);
        if (HttpMethod.CONNECT.equals(request.method())) {
            flags |= UPGRADE;
        }
        return new RequestHead(flags, request.method().name(), request.uri(), fields(request.headers()));
    }

    static int common(HttpMessage message) {
        HttpHeaders headers = message.headers();
        int flags = HttpUtil.isKeepAlive(message) ? KEEP_ALIVE : 0;
        if (HttpVersion.HTTP_1_0.equals(message.protocolVersion())) {
            flags |= VERSION_1_0;
        }
        if (headers.contains(HttpHeaderNames.HOST)) {
            flags |= HOST;
        }
        if (headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
            flags |= LENGTH;
        }
        if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            flags |= CHUNKED;
        }
        String expect = headers.get(HttpHeaderNames.EXPECT);
        if (expect != null) {
            flags |= EXPECT | (expect.equalsIgnoreCase("100-continue") ? EXPECT_CONTINUE : 0);
        }
        if (headers.contains(HttpHeaderNames.UPGRADE)
                && headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)) {
            flags |= UPGRADE;
        }
        return flags;
    }

    static String fields(HttpHeaders headers) {
        StringBuilder text = new StringBuilder(256);
        Iterator<Map.Entry<CharSequence, CharSequence>> fields = headers.iteratorCharSequence();
        while (fields.hasNext()) {
            Map.Entry<CharSequence, CharSequence> field = fields.next();
            text.append(field.getKey()).append('\n').append(field.getValue()).append('\n');
        }
        return text.toString();
    }
}
