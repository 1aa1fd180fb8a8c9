package dev.troupe.server.gateway;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request's head must be before it goes anywhere: what says where a message ends, and whom it means, is beyond
 * doubt (RFC 9112 §3, §6; RFC 9110 §5.5). Stateless; checks of one head.
 */
final class RequestRules {
    private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";
    private static final String HOST_SIGNS = "-._~[]:%";

    private RequestRules() {}

    static boolean isTokenCharacter(int c) {
        return isAlphanumeric(c) || TOKEN_SIGNS.indexOf(c) >= 0;
    }

    private static boolean isAlphanumeric(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** Why a head was not understood. */
    static Refusal unreadable(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return new Refusal(414, "API_URI_TOO_LONG", "The request's first line is too long.");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return new Refusal(431, "API_HEAD_TOO_LARGE", "The request's head is too large.");
        }
        return Refusal.malformed("These bytes are no HTTP request.");
    }

    /** What is wrong with {@code request}; null if nothing is. */
    static @Nullable Refusal check(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return new Refusal(505, "API_VERSION_NOT_SUPPORTED", "Speak HTTP/1.1.");
        }
        if (request.method().equals(HttpMethod.CONNECT)) {
            return new Refusal(501, "API_METHOD_NOT_IMPLEMENTED", "The gateway makes no tunnels.");
        }
        if (!isTarget(request)) {
            return Refusal.malformed("The request's target is not valid.");
        }
        Refusal host = host(request);
        return host != null ? host : framing(request);
    }

    private static boolean isTarget(HttpRequest request) {
        String target = request.uri();
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '#') {
                return false;
            }
        }
        boolean absolute =
                target.regionMatches(true, 0, "http://", 0, 7) || target.regionMatches(true, 0, "https://", 0, 8);
        return target.startsWith("/")
                || absolute
                || target.equals("*") && request.method().equals(HttpMethod.OPTIONS);
    }

    /** RFC 9112 §3.2: one host, and only what can be one. */
    private static @Nullable Refusal host(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        boolean old = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        boolean good = hosts.size() == 1 ? isHost(hosts.get(0)) : hosts.isEmpty() && old;
        return good && isHost(authority(request)) ? null : Refusal.malformed("The request has no, or no valid, Host.");
    }

    private static boolean isHost(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (!isAlphanumeric(c) && HOST_SIGNS.indexOf(c) < 0) {
                return false;
            }
        }
        return host.length() <= 300;
    }

    /** Whom the client means: in an absolute target, else in the field {@code Host} (RFC 9112 §3.3). */
    static String authority(HttpRequest request) {
        String target = request.uri();
        int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
        if (scheme < 0) {
            String host = request.headers().get(HttpHeaderNames.HOST);
            return host == null ? "" : host;
        }
        return target.substring(scheme + 3, endOfAuthority(target, scheme + 3));
    }

    /** Path and query. */
    static String originForm(String target) {
        int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
        if (scheme < 0) {
            return target;
        }
        String rest = target.substring(endOfAuthority(target, scheme + 3));
        return rest.startsWith("/") ? rest : "/" + rest;
    }

    private static int endOfAuthority(String target, int from) {
        int end = from;
        while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
            end++;
        }
        return end;
    }

    private static @Nullable Refusal framing(HttpRequest request) {
        HttpHeaders headers = request.headers();
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        if (length != null && !isNumber(length)) {
            return Refusal.malformed("The request's Content-Length is not valid.");
        }
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (!codings.isEmpty()) {
            if (length != null || request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
                return Refusal.malformed(
                        "The request does not say where it ends: it has a Transfer-Encoding too many.");
            }
            if (codings.size() != 1 || !HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0))) {
                return new Refusal(501, "API_CODING_NOT_IMPLEMENTED", "The only Transfer-Encoding is \"chunked\".");
            }
        }
        return printable(headers) ? null : Refusal.malformed("A field of the request has a control character.");
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean printable(HttpHeaders headers) {
        Iterator<Map.Entry<CharSequence, CharSequence>> fields = headers.iteratorCharSequence();
        while (fields.hasNext()) {
            CharSequence value = fields.next().getValue();
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c < ' ' && c != '\t' || c == 0x7f) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Asks for a WebSocket (RFC 6455 §4.1)? Other protocols are not switched to: no gate would see their requests. */
    static boolean isWebSocket(HttpRequest request) {
        HttpHeaders headers = request.headers();
        return request.method().equals(HttpMethod.GET)
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
                && headers.getAll(HttpHeaderNames.UPGRADE).size() == 1
                && HttpHeaderValues.WEBSOCKET.contentEqualsIgnoreCase(headers.get(HttpHeaderNames.UPGRADE))
                && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                // the JDK's own client says 0 before version 19
                && headers.getAll(HttpHeaderNames.CONTENT_LENGTH).stream().allMatch("0"::equals);
    }
}
