package dev.troupe.node.netty;

import dev.troupe.node.netty.NetEvent.ParseFailure;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a message is refused for, in the codes that Node's parser uses. Stateless; tables and checks of one message. */
final class ParseFailures {
    /** Methods that Node's parser knows (nodejs.org/api/http.html#httpmethods). */
    private static final Set<String> METHODS = Set.of(
            "ACL",
            "BIND",
            "CHECKOUT",
            "CONNECT",
            "COPY",
            "DELETE",
            "GET",
            "HEAD",
            "LINK",
            "LOCK",
            "M-SEARCH",
            "MERGE",
            "MKACTIVITY",
            "MKCALENDAR",
            "MKCOL",
            "MOVE",
            "NOTIFY",
            "OPTIONS",
            "PATCH",
            "POST",
            "PROPFIND",
            "PROPPATCH",
            "PURGE",
            "PUT",
            "QUERY",
            "REBIND",
            "REPORT",
            "SEARCH",
            "SOURCE",
            "SUBSCRIBE",
            "TRACE",
            "UNBIND",
            "UNLINK",
            "UNLOCK",
            "UNSUBSCRIBE");

    static final int LONGEST_METHOD =
            METHODS.stream().mapToInt(String::length).max().orElse(0);

    private ParseFailures() {}

    /** Is {@code text} a method, or the beginning of one that is not {@code whole} yet? */
    static boolean mayBeMethod(String text, boolean whole) {
        return whole ? METHODS.contains(text) : METHODS.stream().anyMatch(method -> method.startsWith(text));
    }

    static ParseFailure of(Throwable cause, boolean inBody) {
        if (cause instanceof TooLongFrameException) {
            return failure("HPE_HEADER_OVERFLOW", "Header overflow");
        }
        if (cause instanceof PrematureChannelClosureException) {
            return failure("HPE_INVALID_EOF_STATE", "Invalid EOF state");
        }
        String text = String.valueOf(cause.getMessage());
        if (text.contains("Content-Length")) {
            return failure(
                    "HPE_UNEXPECTED_CONTENT_LENGTH", "Content-Length can't be present with Transfer-Encoding or twice");
        }
        if (inBody) {
            return failure("HPE_INVALID_CHUNK_SIZE", "Invalid character in chunk size");
        }
        if (cause instanceof NumberFormatException) {
            return failure("HPE_INVALID_CONTENT_LENGTH", "Invalid character in Content-Length");
        }
        if (text.toLowerCase(Locale.ROOT).contains("version")) {
            return failure("HPE_INVALID_VERSION", "Invalid HTTP version");
        }
        return failure("HPE_INVALID_HEADER_TOKEN", "Invalid header token");
    }

    /** What the decoder accepts and Node does not; null if the request is good. */
    static @Nullable ParseFailure check(HttpRequest request) {
        if (!METHODS.contains(request.method().name())) {
            return failure("HPE_INVALID_METHOD", "Invalid method encountered");
        }
        String version = request.protocolVersion().text();
        if (!version.equals("HTTP/1.1") && !version.equals("HTTP/1.0")) {
            return failure("HPE_INVALID_VERSION", "Invalid HTTP version");
        }
        if (!printable(request.uri())) {
            return failure("HPE_INVALID_URL", "Invalid characters in url");
        }
        return framing(request);
    }

    /** RFC 9112 §6: what says where a message ends must be beyond doubt. */
    static @Nullable ParseFailure framing(HttpMessage message) {
        HttpHeaders headers = message.headers();
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        if (length != null && !digits(length)) {
            return failure("HPE_INVALID_CONTENT_LENGTH", "Invalid character in Content-Length");
        }
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (!codings.isEmpty() && (length != null || !lastIsChunkedOnce(String.join(",", codings)))) {
            return failure("HPE_INVALID_TRANSFER_ENCODING", "Request has invalid `Transfer-Encoding`");
        }
        return null;
    }

    private static boolean lastIsChunkedOnce(String codings) {
        String text = codings.toLowerCase(Locale.ROOT).strip();
        if (text.equals("chunked")) {
            return true;
        }
        int comma = text.lastIndexOf(',');
        return comma >= 0
                && text.substring(comma + 1).strip().equals("chunked")
                && !text.substring(0, comma).contains("chunked");
    }

    private static boolean digits(String text) {
        if (text.isEmpty() || text.length() > 18) {
            return false;
        }
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean printable(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c != 0x7f);
    }

    static ParseFailure failure(String code, String reason) {
        return new ParseFailure(code, reason, new byte[0]);
    }
}
