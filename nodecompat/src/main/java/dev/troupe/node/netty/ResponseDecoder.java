package dev.troupe.node.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;

/**
 * Netty's response decoder, told what was asked, since that decides whether a body follows (RFC 9112 §6.3). One for
 * each client connection, on its transport thread. It ends when it is removed, and gives the bytes that it has not read
 * to the next handler.
 */
final class ResponseDecoder extends HttpResponseDecoder {
    private static final int CHUNK_BYTES = 64 << 10;

    private final Connection connection;

    ResponseDecoder(Connection connection, int headBytes) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(headBytes)
                .setMaxHeaderSize(headBytes)
                .setMaxChunkSize(CHUNK_BYTES)
                .setStrictLineParsing(true)
                .setAllowDuplicateContentLengths(false));
        this.connection = connection;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof ByteBuf bytes) {
            connection.received(bytes.readableBytes());
        }
        super.channelRead(context, message);
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        if (message instanceof HttpResponse response) {
            int status = response.status().code();
            if (connection.asked("HEAD") || connection.asked("CONNECT") && status / 100 == 2 || status / 100 == 1) {
                return true;
            }
        }
        return super.isContentAlwaysEmpty(message);
    }

    @Override
    protected boolean isSwitchingToNonHttp1Protocol(HttpResponse response) {
        return false;
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("Content-Length can't be present with Transfer-Encoding");
    }
}
