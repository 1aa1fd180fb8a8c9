package dev.troupe.node.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorLogs;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.Protocol;
import dev.troupe.core.Script;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that are whole and whose connection ends before their answer: they are told so, as in Node. */
final class AbandonedRequestsTest {
    private static final String PROGRAM = """
            const http = require('http');
            exports.start = () => {
              http.createServer((request, response) => {
                const { url } = request;
                for (const event of ['aborted', 'close']) request.on(event, () => console.log(url, event));
                if (url === '/closing') response.setHeader('Connection', 'close').end('x');
                console.log(url, 'asks');
              }).listen(process.env.PORT_HTTP, () => console.log('ready'));
            };
            """;

    private final ActorHost host = ActorHost.builder().build();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private int port;

    @BeforeEach
    void start() throws Exception {
        Actor actor = host.create(ActorOptions.builder()
                .script(Script.inline("server.cjs", PROGRAM))
                .port("http", Protocol.HTTP)
                .build());
        ActorLogs.Following unused = actor.logs().follow(entry -> said.add(entry.text()));
        assertEquals(List.of("ready"), next(1));
        port = actor.url("http").getPort();
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void aClientThatGoesIsNoticedByTheRequestItWaitedFor() throws Exception {
        try (Socket client = asks("/waiting")) {
            assertEquals(List.of("/waiting asks"), next(1));
        }
        assertEquals(List.of("/waiting aborted", "/waiting close"), next(2));
    }

    @Test
    void requestsBehindTheLastAnswerOfTheirConnectionAreToldToo() throws Exception {
        try (Socket client = asks("/closing", "/second", "/third")) {
            client.getInputStream().readAllBytes();
        }
        assertEquals(
                List.of(
                        "/closing asks",
                        "/closing close",
                        "/second aborted",
                        "/second asks",
                        "/second close",
                        "/third aborted",
                        "/third asks",
                        "/third close"),
                next(8));
    }

    private Socket asks(String... paths) throws Exception {
        Socket client = new Socket("localhost", port);
        StringBuilder requests = new StringBuilder();
        Stream.of(paths).forEach(path -> requests.append("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n"));
        client.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    /** The next lines that the program wrote, in the order of the alphabet. */
    private List<String> next(int count) throws InterruptedException {
        String[] lines = new String[count];
        for (int i = 0; i < count; i++) {
            String line = said.poll(30, TimeUnit.SECONDS);
            lines[i] = line == null ? "nothing" : line;
        }
        return Stream.of(lines).sorted().toList();
    }
}
