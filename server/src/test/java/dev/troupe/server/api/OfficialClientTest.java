package dev.troupe.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.troupe.core.ActorHost;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficialClientTest {
    @TempDir
    Path directory;

    @Test
    void theOfficialClientDoesAllFiveSteps() throws Exception {
        try (ActorHost host = ActorHost.builder().dataDirectory(directory).build();
                Api api = Api.open(host, "secret", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            assertEquals(
                    "all five steps\n",
                    OfficialClient.run(
                            "five-steps.cjs",
                            "http://127.0.0.1:" + api.address().getPort(),
                            "secret"));
        }
    }

    @Test
    void itDoesSoWithAHostThatKeepsNothing() throws Exception {
        try (ActorHost host = ActorHost.builder().remembered(10).build();
                Api api = Api.open(host, "secret", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            assertEquals(
                    "all five steps\n",
                    OfficialClient.run(
                            "five-steps.cjs",
                            "http://127.0.0.1:" + api.address().getPort(),
                            "secret"));
        }
    }
}
