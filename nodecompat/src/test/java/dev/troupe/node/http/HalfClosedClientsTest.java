package dev.troupe.node.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorLogs;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.Protocol;
import dev.troupe.core.Script;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that end their side right after what they ask (RFC 9112 §9.6), before the server has read any of it. */
final class HalfClosedClientsTest {
    private static final String PROGRAM = """
            const http = require('http');
            const net = require('net');
            exports.start = () => {
              http.createServer((request, response) => {
                if (request.url === '/sync') {
                  response.end('served');
                } else if (request.url === '/large') {
                  response.end('served'.repeat(5_000_000));
                } else {
                  request.resume();
                  request.on('end', () => response.end('served'));
                }
              }).listen(process.env.PORT_HTTP, () => {
                net.createServer({ allowHalfOpen: true }, (socket) => {
                  let text = '';
                  socket.setEncoding('latin1');
                  socket.on('data', (chunk) => { text += chunk; });
                  socket.on('end', () => setTimeout(() => socket.end(`${text.length} ended`), 20));
                }).listen(process.env.PORT_RAW, () => console.log('ready'));
              });
            };
            """;

    @TempDir
    private static Path folder = Path.of("");

    private static ActorHost host = ActorHost.builder().build();
    private static int http;
    private static int raw;

    @BeforeAll
    static void start() throws IOException {
        Path program = Files.writeString(folder.resolve("server.cjs"), PROGRAM);
        Actor actor = host.create(ActorOptions.builder()
                .script(Script.file(program))
                .port("http", Protocol.HTTP)
                .port("raw", Protocol.TCP)
                .build());
        CompletableFuture<Void> ready = new CompletableFuture<>();
        try (ActorLogs.Following following = actor.logs().follow(line -> {
            if (line.text().equals("ready")) {
                ready.complete(null);
            }
        })) {
            ready.join();
        }
        http = actor.url("http").getPort();
        raw = actor.url("raw").getPort();
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @RepeatedTest(20)
    void requestsAreAnswered() throws IOException {
        served("GET /sync HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        served("GET /sync HTTP/1.1\r\nHost: a\r\n\r\n");
        served("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        served("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
        served("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
    }

    @Test
    void answersBeyondTheSocketsBufferArriveWhole() throws IOException {
        String answer = exchange(http, "GET /large HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertEquals(30_000_000, answer.length() - answer.indexOf("\r\n\r\n") - 4);
    }

    @RepeatedTest(20)
    void rawBytesAndTheirEndAreTold() throws IOException {
        assertEquals("5 ended", exchange(raw, "hello"));
        assertEquals("0 ended", exchange(raw, ""));
        assertEquals("100000 ended", exchange(raw, "a".repeat(100_000)));
    }

    private static void served(String request) throws IOException {
        String answer = exchange(http, request);
        assertTrue(answer.startsWith("HTTP/1.1 200 ") && answer.contains("served"), request + answer);
    }

    private static String exchange(int port, String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
