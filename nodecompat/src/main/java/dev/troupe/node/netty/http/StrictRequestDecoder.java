package dev.troupe.node.netty.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Netty's request decoder, made as strict as a server behind proxies must be: RFC 9112 §5.2 (no folded lines), §6.1 (no
 * length beside chunks), §6.3 (one length). One for each connection, on its transport thread. It ends when it is
 * removed, and gives the bytes that it has not read to the next handler.
 */
public abstract class StrictRequestDecoder extends HttpRequestDecoder {
    /** A chunk is passed on as it comes; this only cuts large ones. */
    private static final int CHUNK_BYTES = 64 << 10;

    /** What the bytes of a head are refused for before they are parsed. */
    public enum Flaw {
        /** They cannot become a method. */
        METHOD,
        /** A line starts with a blank: the parser would join it to the one before. */
        FOLDED
    }

    private final int longestMethod;
    private boolean inHead = true;
    private boolean methodKnown;
    private int scanned;
    private int previous;

    /**
     * A decoder at the start of a connection.
     *
     * @param headBytes the most of a head, and of its first line
     * @param longestMethod characters; a longer method is refused before its line is whole
     */
    protected StrictRequestDecoder(int headBytes, int longestMethod) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(headBytes)
                .setMaxHeaderSize(headBytes)
                .setMaxChunkSize(CHUNK_BYTES)
                .setStrictLineParsing(true)
                .setAllowDuplicateContentLengths(false)
                .setHeadersFactory(DefaultHttpHeadersFactory.headersFactory().withValidation(true))
                .setTrailersFactory(DefaultHttpHeadersFactory.trailersFactory().withValidation(true)));
        this.longestMethod = longestMethod;
    }

    /** Is {@code text} a method, or the beginning of one that is not {@code whole} yet? */
    protected abstract boolean mayBeMethod(String text, boolean whole);

    /** What the next handler gets instead of a request. */
    protected abstract Object refused(Flaw flaw);

    /** Is a head, or a part of one, being read? */
    protected final boolean isInHead() {
        return inHead;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
        if (inHead && !methodKnown && !beginsWithMethod(in)) {
            in.skipBytes(in.readableBytes());
            out.add(refused(Flaw.METHOD));
            return;
        }
        if (inHead && folded(in)) {
            in.skipBytes(in.readableBytes());
            out.add(refused(Flaw.FOLDED));
            return;
        }
        int before = in.readableBytes();
        super.decode(context, in, out);
        scanned = Math.max(0, scanned - (before - in.readableBytes()));
        for (int i = 0; i < out.size(); i++) {
            Object part = out.get(i);
            if (part instanceof HttpRequest) {
                inHead = false;
            }
            if (part instanceof LastHttpContent) {
                inHead = true;
                methodKnown = false;
                scanned = 0;
                previous = 0;
            }
        }
    }

    /** What cannot become a method is refused before its line is whole, as it may never be. */
    private boolean beginsWithMethod(ByteBuf in) {
        int start = in.readerIndex();
        int end = in.writerIndex();
        while (start < end && (in.getByte(start) == '\r' || in.getByte(start) == '\n')) {
            start++;
        }
        int space = in.indexOf(start, end, (byte) ' ');
        int length = Math.min((space < 0 ? end : space) - start, longestMethod + 1);
        methodKnown = space >= 0;
        return mayBeMethod(in.toString(start, length, StandardCharsets.ISO_8859_1), methodKnown);
    }

    /**
     * Looks once at each byte of a head for a line that starts with a blank; the decoder itself would join it to the
     * one before.
     */
    private boolean folded(ByteBuf in) {
        int start = in.readerIndex();
        int end = in.readableBytes();
        for (; scanned < end; scanned++) {
            int current = in.getByte(start + scanned);
            if (previous == '\n' && (current == ' ' || current == '\t')) {
                return true;
            }
            if (previous == '\n' && (current == '\r' || current == '\n') && scanned > 1) {
                return false;
            }
            previous = current;
        }
        return false;
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("Content-Length can't be present with Transfer-Encoding");
    }
}
