package dev.troupe.server.gateway;

import dev.troupe.node.netty.http.StrictRequestDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request parser of one client's connection. On its thread; it ends with the connection, or when a WebSocket
 * begins: from the request for one on it holds what follows, which is no HTTP if the actor agrees. While parts of
 * requests wait it pauses: bytes that wait are smaller than what is made of them.
 */
final class ClientDecoder extends StrictRequestDecoder {
    private static final int LONGEST_METHOD = 24;

    private @Nullable ChannelHandlerContext context;
    private boolean holding;
    private boolean paused;
    /** The input ended during a pause; told after it. */
    private @Nullable Object end;

    private boolean partial;
    /** The line of the head that is being read was looked at. */
    private boolean lineKnown;

    ClientDecoder(int headBytes) {
        super(headBytes, LONGEST_METHOD);
    }

    /** What comes instead of a request whose bytes are refused before they are parsed. */
    record Malformed() {}

    @Override
    protected Object refused(Flaw flaw) {
        return new Malformed();
    }

    /** RFC 9110 §5.6.2: a method is a token. */
    @Override
    protected boolean mayBeMethod(String text, boolean whole) {
        if (text.length() > LONGEST_METHOD || whole && text.isEmpty()) {
            return false;
        }
        return text.chars().allMatch(RequestRules::isTokenCharacter);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    /** Reads nothing of what comes, or goes on with it, by a task of its own. */
    void hold(boolean on) {
        boolean resumes = holding && !on;
        holding = on;
        ChannelHandlerContext own = context;
        if (resumes && own != null) {
            own.executor().execute(() -> resume(own));
        }
    }

    /** Stops after the part that is being read, or goes on, by a task of its own. */
    void pause(boolean on) {
        boolean resumes = paused && !on;
        paused = on;
        ChannelHandlerContext own = context;
        if (resumes && own != null) {
            own.executor().execute(() -> resume(own));
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext from, Object event) throws Exception {
        boolean over = event instanceof ChannelInputShutdownEvent;
        if (over && paused) {
            end = event;
        } else if (over && holding) {
            from.fireUserEventTriggered(event);
        } else {
            super.userEventTriggered(from, event);
        }
    }

    private void resume(ChannelHandlerContext own) {
        if (own.isRemoved()) {
            return;
        }
        try {
            channelRead(own, Unpooled.EMPTY_BUFFER);
            channelReadComplete(own);
            Object ended = end;
            if (ended != null && !paused) {
                end = null;
                userEventTriggered(own, ended);
            }
        } catch (Exception failure) {
            own.fireExceptionCaught(failure);
        }
    }

    /** Is a part of a head there? */
    boolean isPartial() {
        return partial;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
        if (holding || paused) {
            return;
        }
        if (isInHead() && !lineKnown && !isRequestLine(in)) {
            in.skipBytes(in.readableBytes());
            out.add(new Malformed());
            return;
        }
        super.decode(context, in, out);
        partial = out.isEmpty() && isInHead();
        lineKnown &= out.isEmpty();
    }

    /** RFC 9112 §3: one space between each two of three words, where the parser takes any blanks. */
    private boolean isRequestLine(ByteBuf in) {
        int end = in.writerIndex();
        int spaces = 0;
        boolean blank = true;
        for (int i = in.readerIndex(); i < end; i++) {
            int c = in.getByte(i);
            if (c == '\n' && spaces == 0 && blank || c == '\r' && spaces == 0 && blank) {
                continue; // empty lines before it
            }
            if (c == '\n') {
                lineKnown = true;
                return spaces == 2 && !blank;
            }
            if (c == '\t' || c == ' ' && (blank || ++spaces > 2)) {
                return false;
            }
            blank = c == ' ';
        }
        return true; // as far as it is there
    }
}
