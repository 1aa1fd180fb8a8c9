/** Node's built-in modules for actors, over Netty. */
module dev.troupe.node {
    requires transitive dev.troupe.js;
    requires static org.jspecify;
    requires com.aayushatharva.brotli4j;
    requires static com.github.luben.zstd_jni;
    requires transitive io.netty.buffer;
    requires io.netty.codec;
    requires transitive io.netty.codec.http;
    requires io.netty.common;
    requires io.netty.handler;
    requires transitive io.netty.transport;
    requires io.netty.transport.classes.epoll;
    requires io.netty.transport.unix.common;

    exports dev.troupe.node.netty.http;
    exports dev.troupe.node.netty.transport;

    provides dev.troupe.js.spi.JsExtension with
            dev.troupe.node.NodeExtension;
}
