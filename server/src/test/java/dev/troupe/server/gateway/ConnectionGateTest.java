package dev.troupe.server.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.GatewayAddress;
import dev.troupe.core.PortSpec;
import dev.troupe.core.Script;
import dev.troupe.server.connection.ConnectionGate;
import dev.troupe.server.connection.ConnectionOptions;
import dev.troupe.server.connection.ConnectionUrls;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionGateTest {
    private static final PortSpec WEB = PortSpec.guarded("web");

    private static Visit visit(String method, String target, String field, String value) {
        HttpHeaders fields = new DefaultHttpHeaders().set(field, value);
        return new Visit(
                method,
                "gateway.test",
                target,
                fields,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 1),
                false);
    }

    @Test
    void aTokenOpensTheGateAndIsSeenByNobody() {
        GatewayAddress address = new GatewayAddress(URI.create("http://gateway.test"), Optional.empty());
        try (ActorHost host = ActorHost.builder().gateway(address).build()) {
            Actor actor = host.create(ActorOptions.builder()
                    .script(Script.inline("a.mjs", "export default { start() { return new Promise(() => {}); } }"))
                    .port(WEB)
                    .build());
            ConnectionUrls urls = ConnectionUrls.open(Optional.empty());
            Gate gate = new ConnectionGate(urls, new PrivateGate("secret"));
            URI url = urls.issue(
                            actor,
                            "web",
                            ConnectionOptions.ttl(Duration.ofMinutes(1))
                                    .pathPrefix("/a")
                                    .methods("GET"))
                    .url();
            ActorEndpoints endpoints = new ActorEndpoints(Optional.empty());
            Destination.Port to = assertInstanceOf(
                    Destination.Port.class, endpoints.find("gateway.test", url.getRawPath() + "/b?c=%2F"));
            assertEquals(actor.id(), to.actor());

            Admission.Admitted in = assertInstanceOf(
                    Admission.Admitted.class, gate.admit(visit("GET", to.target(), "Referer", "" + url), actor, WEB));
            assertEquals("/a/b?c=%2F", in.target());
            assertEquals(Set.of("referer"), in.hidden());
            assertEquals(
                    Set.of(),
                    assertInstanceOf(
                                    Admission.Admitted.class,
                                    gate.admit(visit("GET", to.target(), "Referer", "http://a/"), actor, WEB))
                            .hidden());

            Admission.Denied post = assertInstanceOf(
                    Admission.Denied.class, gate.admit(visit("POST", to.target(), "a", "b"), actor, WEB));
            assertEquals(403, post.status());
            assertFalse(post.message().contains("~troupe"));
            Admission.Denied other = assertInstanceOf(
                    Admission.Denied.class,
                    gate.admit(
                            visit("GET", to.target(), "Authorization", "Bearer secret"), actor, PortSpec.guarded("x")));
            assertEquals(401, other.status());

            assertInstanceOf(
                    Admission.Admitted.class,
                    gate.admit(visit("GET", "/a", "Authorization", "Bearer secret"), actor, WEB));
            assertInstanceOf(Admission.Denied.class, gate.admit(visit("GET", "/a", "a", "b"), actor, WEB));
        }
    }
}
