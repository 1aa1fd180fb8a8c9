package dev.troupe.node.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorLogs;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.Protocol;
import dev.troupe.core.Script;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What request smuggling and header injection are made of (RFC 9112 §11.1, §11.2; RFC 9110 §5.5). */
final class MalformedRequestsTest {
    private static final String PROGRAM = """
            const http = require('http');
            exports.start = () => {
              http.createServer((request, response) => {
                request.resume();
                request.on('end', () => response.end('served'));
              }).listen(process.env.PORT_HTTP, () => console.log('ready'));
            };
            """;
    private static final String HEAD = "POST / HTTP/1.1\r\nHost: a\r\n";

    @TempDir
    private static Path folder = Path.of("");

    private static ActorHost host = ActorHost.builder().build();
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        Path program = Files.writeString(folder.resolve("server.cjs"), PROGRAM);
        Actor actor = host.create(ActorOptions.builder()
                .script(Script.file(program))
                .port("http", Protocol.HTTP)
                .build());
        CompletableFuture<Void> ready = new CompletableFuture<>();
        try (ActorLogs.Following following = actor.logs().follow(line -> {
            if (line.text().equals("ready")) {
                ready.complete(null);
            }
        })) {
            ready.join();
        }
        port = actor.url("http").getPort();
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "Content-Length: 1, 2\r\n\r\nab",
                "Content-Length: +1\r\n\r\na",
                "Content-Length: -1\r\n\r\na",
                "Content-Length: 0x1\r\n\r\na",
                "Content-Length: 99999999999999999999\r\n\r\na",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "X-Folded: a\r\n b\r\nContent-Length: 0\r\n\r\n",
                "X-Space : a\r\nContent-Length: 0\r\n\r\n",
                "X-Null: a\u0000b\r\nContent-Length: 0\r\n\r\n",
                "X-Return: a\rb: c\r\nContent-Length: 0\r\n\r\n",
                ": empty\r\nContent-Length: 0\r\n\r\n",
                "No colon\r\nContent-Length: 0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0x1\r\na\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-1\r\na\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\na\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n",
            })
    void ambiguousFieldsAndChunksAreRefused(String rest) throws IOException {
        refused(HEAD + rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GARBAGE / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/2.7\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1 extra\r\nHost: a\r\n\r\n",
                "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\nHost: a\n\n",
                "GET / HTTP/1.1\r\n\r\n",
            })
    void malformedRequestLinesAreRefused(String request) throws IOException {
        refused(request);
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000, 2_000_000})
    void oversizedHeadsAreRefused(int length) throws IOException {
        String answer = exchange(HEAD + "X-Large: " + "a".repeat(length) + "\r\n\r\n");
        assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 431 "), answer);
    }

    private static void refused(String request) throws IOException {
        String answer = exchange(request);
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertFalse(answer.contains("served"), answer);
    }

    private static String exchange(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException reset) {
            return ""; // closed while the rest was still on its way
        }
    }
}
