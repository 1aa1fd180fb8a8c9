package dev.troupe.server.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway") // an answer that lacks a member fails the test
class RequestBytesTest {
    @TempDir
    Path directory;

    private ApiServer server;

    @BeforeEach
    void open() throws Exception {
        server = ApiServer.open(directory);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void headsThatComeInPiecesAndBytesThatAreNoHttpAreAnswered() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String head = "GET /regions?x=" + "y".repeat(3_000)
                    + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer secret\r\n" + "Connection: close\r\n\r\n";
            for (String piece : List.of(head.substring(0, 10), head.substring(10, 2_500), head.substring(2_500))) {
                socket.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(reply.startsWith("HTTP/1.1 200 "), reply);
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write("\u0001\u0002 nonsense\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(reply.startsWith("HTTP/1.1 400 "), reply);
        }
    }
}
