package dev.troupe.server.gateway;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;

/**
 * Sets a client's connection up for what it agreed on during its handshake: HTTP/2 or HTTP/1.1. One for each
 * connection, on its thread; it takes itself away.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a connection that closes is not waited for
final class Protocols extends ApplicationProtocolNegotiationHandler {
    /** RFC 9113 §6.5.2 asks for no fewer; Netty refuses what is beyond. */
    private static final int STREAMS = 100;
    /** What a client may open and reset at once is work for nothing: CVE-2023-44487. */
    private static final int RESETS = 200;

    private static final int RESETS_SECONDS = 30;

    private final Site site;

    Protocols(Site site) {
        super(ApplicationProtocolNames.HTTP_1_1);
        this.site = site;
    }

    /** The handshake, which nobody else reads. */
    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        super.channelActive(context);
        context.read();
    }

    @Override
    protected void configurePipeline(ChannelHandlerContext context, String protocol) {
        if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
            http2(context.pipeline(), site);
            context.channel().config().setAutoRead(true); // streams have windows
        } else {
            http1(context.pipeline(), site, true);
        }
    }

    /** Somebody who speaks no TLS, or trusts nobody here: nothing that a log should be filled with. */
    @Override
    protected void handshakeFailure(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    static void http1(ChannelPipeline pipeline, Site site, boolean secure) {
        ClientDecoder decoder = new ClientDecoder(site.options().headBytes());
        AnswerEncoder encoder = new AnswerEncoder();
        pipeline.addLast(decoder, encoder, new ClientHandler(site, decoder, encoder, secure));
    }

    private static void http2(ChannelPipeline pipeline, Site site) {
        Patience patience = site.patience();
        Streams streams = new Streams(site);
        pipeline.addLast(
                Http2FrameCodecBuilder.forServer()
                        .initialSettings(Http2Settings.defaultSettings()
                                .maxConcurrentStreams(STREAMS)
                                .maxHeaderListSize(site.options().headBytes()))
                        .validateHeaders(true)
                        .decoderEnforceMaxRstFramesPerWindow(RESETS, RESETS_SECONDS)
                        .gracefulShutdownTimeoutMillis(patience.drain().toMillis())
                        .build(),
                new Http2MultiplexHandler(streams.opener()),
                new IdleStateHandler(0, 0, patience.idle().toMillis(), TimeUnit.MILLISECONDS),
                streams);
    }
}
