package dev.troupe.server.gateway;

import dev.troupe.server.json.Json;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A request that the gateway answers itself, as the API tells errors. A value.
 *
 * @param status of HTTP
 * @param code the API's code
 * @param message what is wrong, with what, and what to do about it
 */
record Refusal(int status, String code, String message) {
    static final Refusal UNKNOWN = new Refusal(
            404,
            "API_NOT_FOUND",
            "Nothing is served here: an actor's port is at /{actor_id}-{port}/, and its URL is among its ports.");
    static final Refusal NO_LISTENER = new Refusal(
            502, "ACTOR_NOT_LISTENING", "The actor runs and does not listen on this port: look at its log.");
    static final Refusal NOT_READY = new Refusal(
            503, "ACTOR_NOT_READY", "The actor did not listen on this port in time: it starts slowly, or fails to.");
    static final Refusal STOPPING =
            new Refusal(503, "ACTOR_STOPPING", "The actor is being destroyed and takes no more requests.");
    static final Refusal BUSY =
            new Refusal(503, "ACTOR_BUSY", "The actor does not take connections fast enough: try again later.");
    static final Refusal NO_ANSWER =
            new Refusal(502, "ACTOR_NO_ANSWER", "The actor closed the connection without an answer: look at its log.");
    static final Refusal BAD_ANSWER =
            new Refusal(502, "ACTOR_BAD_ANSWER", "What the actor answered is no HTTP response.");
    static final Refusal TIMEOUT = new Refusal(504, "ACTOR_TIMEOUT", "The actor did not answer in time.");
    static final Refusal SLOW = new Refusal(408, "API_REQUEST_TIMEOUT", "The request did not arrive in time.");
    static final Refusal TOO_LARGE =
            new Refusal(413, "API_BODY_TOO_LARGE", "The body is larger than this gateway passes on.");

    static Refusal noActor(String id) {
        return new Refusal(404, "ACTOR_NOT_FOUND", "There is no actor " + id + ", or it has ended.");
    }

    static Refusal noPort(String name) {
        return new Refusal(
                404, "PORT_NOT_FOUND", "The actor has no port \"" + name + "\" that is routed through the gateway.");
    }

    static Refusal tooMany(String what, int limit) {
        return new Refusal(
                429,
                "API_RATE_LIMIT",
                "The actor has " + limit + " " + what + ", which is its limit: try again later.");
    }

    static Refusal malformed(String message) {
        return new Refusal(400, "API_BAD_REQUEST", message);
    }

    /** The answer, without anything about the connection. */
    FullHttpResponse response() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("message", message);
        body.put("ray_id", UUID.randomUUID().toString());
        byte[] json = Json.write(body);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(json));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .setInt(HttpHeaderNames.CONTENT_LENGTH, json.length)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set("x-content-type-options", "nosniff");
        if (status == 401) {
            response.headers().set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
        } else if (status == 429 || status == 503) {
            response.headers().set(HttpHeaderNames.RETRY_AFTER, "1");
        }
        return response;
    }
}
