package dev.troupe.server.gateway;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which fields pass (RFC 9110 §7.6.1): those of one connection do not, and what says where a message ends is the
 * gateway's own. Stateless; changes the head that it is given.
 */
final class FieldRules {
    private static final AsciiString FOR = AsciiString.cached("x-forwarded-for");
    private static final AsciiString PROTO = AsciiString.cached("x-forwarded-proto");
    private static final AsciiString HOST = AsciiString.cached("x-forwarded-host");
    private static final AsciiString PREFIX = AsciiString.cached("x-forwarded-prefix");
    /** Programs believe these too. */
    private static final List<CharSequence> SPOKEN_BY_PROXIES = List.of(
            AsciiString.cached("forwarded"),
            AsciiString.cached("x-forwarded-port"),
            AsciiString.cached("x-forwarded-server"),
            AsciiString.cached("x-real-ip"));

    private static final String VIA = "1.1 troupe";

    private static final List<CharSequence> OF_ONE_CONNECTION = List.of(
            HttpHeaderNames.CONNECTION,
            AsciiString.cached("keep-alive"),
            AsciiString.cached("proxy-connection"),
            HttpHeaderNames.PROXY_AUTHENTICATE,
            HttpHeaderNames.PROXY_AUTHORIZATION,
            HttpHeaderNames.TE,
            HttpHeaderNames.TRANSFER_ENCODING,
            HttpHeaderNames.UPGRADE);

    /** Nobody can make these fields of one connection: a peer would take the message for another. */
    private static final Set<String> OF_THE_MESSAGE = Set.of("content-length", "host", "content-type", "date");

    private FieldRules() {}

    /**
     * Makes {@code message} one that goes to another connection.
     *
     * @return whether its body is chunked
     */
    static boolean pass(HttpMessage message) {
        HttpHeaders headers = message.headers();
        boolean chunked = HttpUtil.isTransferEncodingChunked(message);
        for (String options : headers.getAll(HttpHeaderNames.CONNECTION)) {
            for (String option : options.split(",", -1)) {
                String name = option.strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !OF_THE_MESSAGE.contains(name)) {
                    headers.remove(name);
                }
            }
        }
        for (CharSequence name : OF_ONE_CONNECTION) {
            headers.remove(name);
        }
        return chunked;
    }

    /** Says that the body is chunked. */
    static void chunked(HttpMessage message) {
        message.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
    }

    /** Says that trailers are welcome (RFC 9110 §6.5.1). */
    static void takesTrailers(HttpMessage message) {
        message.headers().set(HttpHeaderNames.TE, "trailers").set(HttpHeaderNames.CONNECTION, HttpHeaderNames.TE);
    }

    /** Asks for, or agrees to, a WebSocket. */
    static void webSocket(HttpMessage message) {
        message.headers()
                .remove(HttpHeaderNames.CONTENT_LENGTH)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
                .set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
    }

    /**
     * Tells the actor who asks; what the client says of itself counts only if it is a proxy that is trusted.
     *
     * @param prefix what was taken off the path
     */
    static void forwarded(
            HttpHeaders headers, boolean trusted, String client, boolean secure, String host, String prefix) {
        String before = trusted ? String.join(", ", headers.getAll(FOR)) : "";
        headers.set(FOR, before.isEmpty() ? client : before + ", " + client);
        if (!trusted || !headers.contains(PROTO)) {
            headers.set(PROTO, secure ? "https" : "http");
        }
        if (!trusted || !headers.contains(HOST)) {
            headers.set(HOST, host);
        }
        if (!trusted) {
            SPOKEN_BY_PROXIES.forEach(headers::remove);
        }
        if (prefix.isEmpty()) {
            headers.remove(PREFIX);
        } else {
            headers.set(PREFIX, prefix);
        }
        headers.add(HttpHeaderNames.VIA, VIA);
    }
}
