package dev.troupe.node.netty;

import dev.troupe.node.netty.http.StrictRequestDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;

/**
 * The request parser of an actor's connection: refuses what Node's refuses, with its codes. One for each connection
 * that has a parser, on its transport thread. It ends when it is removed, and gives the bytes that it has not read to
 * the next handler.
 */
final class RequestDecoder extends StrictRequestDecoder {
    private final Connection connection;

    RequestDecoder(Connection connection, int headBytes) {
        super(headBytes, ParseFailures.LONGEST_METHOD);
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
    protected boolean mayBeMethod(String text, boolean whole) {
        return ParseFailures.mayBeMethod(text, whole);
    }

    @Override
    protected Object refused(Flaw flaw) {
        return switch (flaw) {
            case METHOD -> ParseFailures.failure("HPE_INVALID_METHOD", "Invalid method encountered");
            case FOLDED ->
                ParseFailures.failure("HPE_INVALID_HEADER_TOKEN", "Unexpected whitespace after header value");
        };
    }
}
