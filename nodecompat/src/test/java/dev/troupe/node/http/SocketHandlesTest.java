package dev.troupe.node.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorLogs;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.LogEntry;
import dev.troupe.core.Protocol;
import dev.troupe.core.Script;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs reach of the host through {@code _handle}, which much code looks at. */
final class SocketHandlesTest {
    private static final String PROGRAM = """
            const net = require('net');
            function look(name, handle) {
              let message = 'called';
              try { handle(); } catch (error) { message = `${error.name} ${/dev\\.troupe|Java/.test(error.message)}`; }
              const keys = Reflect.ownKeys(handle).concat(Reflect.ownKeys(Object.getPrototypeOf(handle)));
              console.log(name, typeof handle, handle.fd, handle.constructor === Object, keys.length, message);
            }
            exports.start = () => {
              const server = net.createServer((socket) => {
                look('accepted', socket._handle);
                socket.destroy();
                server.close();
                console.log('closed', socket._handle, server._handle);
              });
              server.listen(process.env.PORT_RAW, () => {
                look('server', server._handle);
                const client = net.connect(process.env.PORT_RAW, '127.0.0.1');
                look('client', client._handle);
                client.on('error', () => {});
                client.destroy();
                console.log('ready');
              });
            };
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void handlesAreOrdinaryObjects() throws IOException {
        Path program = Files.writeString(folder.resolve("handles.cjs"), PROGRAM);
        CompletableFuture<Void> ready = new CompletableFuture<>();
        try (ActorHost host = ActorHost.builder().build();
                Actor actor = host.create(ActorOptions.builder()
                        .script(Script.file(program))
                        .port("raw", Protocol.TCP)
                        .build());
                ActorLogs.Following following = actor.logs().follow(line -> {
                    if (line.text().equals("ready")) {
                        ready.complete(null);
                    }
                })) {
            ready.join();
            try (Socket socket = new Socket("localhost", actor.url("raw").getPort())) {
                socket.getInputStream().readAllBytes();
            }
            actor.terminated().toCompletableFuture().join();
            String output = actor.logs().snapshot().stream().map(LogEntry::text).collect(Collectors.joining("\n"));
            assertEquals("""
                    server object undefined true 0 TypeError false
                    client object undefined true 0 TypeError false
                    ready
                    accepted object undefined true 0 TypeError false
                    closed null null""", output);
        }
    }
}
