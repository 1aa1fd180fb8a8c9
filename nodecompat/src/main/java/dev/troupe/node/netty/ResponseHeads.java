package dev.troupe.node.netty;

import dev.troupe.node.netty.NetEvent.ResponseHead;
import io.netty.handler.codec.http.HttpResponse;

/** Makes events of responses' heads. Stateless. */
final class ResponseHeads {
    private ResponseHeads() {}

    static ResponseHead of(HttpResponse response) {
        return new ResponseHead(
                HeadFlags.common(response),
                response.status().code(),
                response.status().reasonPhrase(),
                HeadFlags.fields(response.headers()));
    }
}
