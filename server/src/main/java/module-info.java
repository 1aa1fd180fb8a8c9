/** The HTTP API, the gateway and the {@code troupe} command. */
module dev.troupe.server {
    requires transitive dev.troupe.node;
    requires dev.troupe.store;
    requires info.picocli;
    requires io.netty.buffer;
    requires io.netty.codec;
    requires io.netty.codec.http;
    requires io.netty.codec.http2;
    requires io.netty.common;
    requires io.netty.handler;
    requires io.netty.transport;
    requires java.logging;
    requires java.net.http;
    requires java.management;
    requires org.apache.commons.compress;
    requires tools.jackson.core;
    requires static org.jspecify;

    exports dev.troupe.server.access;
    exports dev.troupe.server.api;
    exports dev.troupe.server.connection;
    exports dev.troupe.server.gateway;
    exports dev.troupe.server.route;

    // picocli sets the fields of the commands
    opens dev.troupe.server.cli to
            info.picocli;
}
