package dev.troupe.server.gateway;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;

/**
 * Reads what an actor answers, which is as hostile as what a client asks. One for each pipe, on its thread; it ends
 * with the pipe, or when a WebSocket begins, and gives the bytes that it has not read to the next handler.
 */
final class ReplyDecoder extends HttpResponseDecoder {
    private static final int CHUNK_BYTES = 64 << 10;

    private boolean head;

    ReplyDecoder(int headBytes) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(headBytes)
                .setMaxHeaderSize(headBytes)
                .setMaxChunkSize(CHUNK_BYTES)
                .setStrictLineParsing(true)
                .setAllowDuplicateContentLengths(false));
    }

    /** Says whether the next answer is one to {@code HEAD}: RFC 9112 §6.3. */
    void answersHead(boolean on) {
        head = on;
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        boolean informational =
                message instanceof HttpResponse response && response.status().code() / 100 == 1;
        return head || informational || super.isContentAlwaysEmpty(message);
    }

    /** Whoever gets the answer 101 takes this decoder away, if it asked for it. */
    @Override
    protected boolean isSwitchingToNonHttp1Protocol(HttpResponse response) {
        return response.status().code() == 101;
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("Content-Length can't be present with Transfer-Encoding");
    }
}
