package dev.troupe.node.netty.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A pipe's two ends behave as a socket's: every step runs on their event loop, and is looked at when it has rest. */
@SuppressWarnings("FutureReturnValueIgnored") // looked at by what it does
class PipeChannelTest {
    private static final InetSocketAddress CLIENT = InetSocketAddress.createUnresolved("client.test", 1234);
    private static final InetSocketAddress ACTOR = InetSocketAddress.createUnresolved("actor.test", 61_000);

    private final EventLoop loop = new DefaultEventLoop();
    private final Heard nearHeard = new Heard();
    private final Heard farHeard = new Heard();
    private final PipeChannel near = PipeChannel.pair(CLIENT, ACTOR);
    private final PipeChannel far = near.peer();

    PipeChannelTest() {
        for (PipeChannel end : new PipeChannel[] {far, near}) {
            end.config().setAutoRead(false);
            end.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
            end.pipeline().addLast(end.equals(near) ? nearHeard : farHeard);
            loop.register(end).syncUninterruptibly();
        }
    }

    @AfterEach
    void end() {
        near.close().syncUninterruptibly();
        far.close().syncUninterruptibly();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private static final class Heard extends ChannelInboundHandlerAdapter {
        private final StringBuilder text = new StringBuilder();
        private int bytes;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf buffer = (ByteBuf) message;
            bytes += buffer.readableBytes();
            if (buffer.readableBytes() < 100) {
                text.append(buffer.toString(StandardCharsets.US_ASCII));
            }
            buffer.release();
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event == ChannelInputShutdownEvent.INSTANCE) {
                text.append("<end>");
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            text.append('<').append(cause.getMessage()).append('>');
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            text.append("<closed>");
        }
    }

    /** Runs on the loop, and lets what follows from it happen. */
    private <T> T on(Callable<T> step) {
        T value = loop.submit(step).syncUninterruptibly().getNow();
        for (int i = 0; i < 10; i++) {
            loop.submit(() -> {}).syncUninterruptibly();
        }
        return value;
    }

    private ChannelFuture write(Channel from, String text) {
        return on(() -> from.writeAndFlush(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII)));
    }

    @Test
    void bytesComeWhenTheyAreAskedFor() {
        assertEquals(CLIENT, near.localAddress());
        assertEquals(CLIENT, far.remoteAddress());
        assertTrue(write(near, "one").isSuccess());
        assertEquals("", farHeard.text.toString());
        on(far::read);
        assertEquals("one", farHeard.text.toString());
        write(near, "two");
        assertEquals("one", farHeard.text.toString());
        on(far::read);
        write(far, "back");
        on(near::read);
        assertEquals("back", nearHeard.text.toString());
    }

    /** As a handler does that takes another's place with the first of several parts that wait. */
    @Test
    void aReadWhileOthersWaitIsStillThereAfterThem() {
        far.pipeline().addFirst(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (farHeard.text.isEmpty()) {
                    context.channel().read();
                }
                context.fireChannelRead(message);
            }
        });
        write(near, "one");
        write(near, "two");
        on(far::read);
        assertEquals("onetwo", farHeard.text.toString());
        write(near, "three");
        assertEquals("onetwothree", farHeard.text.toString());
        write(near, "four");
        assertEquals("onetwothree", farHeard.text.toString());
    }

    @Test
    void aWriterWaitsForTheReaderAndIsToldTheTruth() {
        ChannelFuture large = on(() -> near.writeAndFlush(Unpooled.wrappedBuffer(new byte[1 << 20])));
        ChannelFuture small = write(near, "end");
        assertFalse(large.isDone());
        assertFalse(near.isWritable());
        int reads = 0;
        for (; !small.isDone(); reads++) {
            on(far::read);
        }
        assertTrue(reads >= (1 << 20) / PipeChannel.CAPACITY - 1, "reads " + reads);
        assertTrue(large.isSuccess() && near.isWritable());
        on(far::read);
        assertEquals((1 << 20) + 3, farHeard.bytes);
        assertTrue(farHeard.text.toString().endsWith("end"));
    }

    @Test
    void oneDirectionEndsByItself() {
        write(near, "last");
        on(near::shutdownOutput);
        assertThrows(Exception.class, () -> write(near, "late").syncUninterruptibly());
        on(far::read);
        assertEquals("last<end>", farHeard.text.toString());
        assertTrue(write(far, "answer").isSuccess());
        on(near::read);
        assertEquals("answer", nearHeard.text.toString());
        assertTrue(near.isOpen() && far.isOpen());
    }

    @Test
    void aCloseComesAfterWhatWasSent() {
        write(near, "last");
        on(near::close);
        on(far::read);
        assertEquals("last<end>", farHeard.text.toString());
        assertTrue(far.isOpen());
        assertFalse(write(far, "lost").isSuccess());
        assertFalse(far.isOpen());
    }

    @Test
    void aCloseThatThrowsBytesAwayIsAReset() {
        ChannelFuture lost = on(() -> near.writeAndFlush(Unpooled.wrappedBuffer(new byte[1 << 20])));
        on(far::close);
        assertEquals("<Connection reset><closed>", nearHeard.text.toString());
        assertFalse(lost.isSuccess());
    }

    @Test
    void aResetIsToldToWhoDoesNotRead() {
        write(near, "never read");
        near.config().setOption(ChannelOption.SO_LINGER, 0);
        on(near::close);
        assertEquals("<Connection reset><closed>", farHeard.text.toString());
    }
}
