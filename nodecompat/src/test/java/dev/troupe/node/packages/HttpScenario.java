package dev.troupe.node.packages;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Asks a server the same questions over one connection, kept as long as the server keeps it, and writes down what it
 * answers, fields in their order, without what changes by itself. One for each run, on a test's thread; run as a
 * program with a port it prints, which is how the expected answers were recorded from servers under Node.
 */
final class HttpScenario implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 60_000;

    private final int port;
    private final StringBuilder transcript = new StringBuilder();
    private Socket socket;
    private InputStream in;

    private HttpScenario(int port) throws IOException {
        this.port = port;
        this.socket = open();
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    public static void main(String[] arguments) throws IOException {
        System.out.print(run(Integer.parseInt(arguments[0])));
    }

    static String run(int port) throws IOException {
        try (HttpScenario scenario = new HttpScenario(port)) {
            scenario.get("/");
            scenario.get("/hello/World?greeting=Good%20day");
            scenario.post("/json", "application/json", "{\"a\":[1,\"zwei\"]}");
            scenario.post("/json", "application/json", "{\"a\":");
            scenario.post("/form", "application/x-www-form-urlencoded", "a=1&b=two+words&c=%C3%A4");
            scenario.get("/static/greeting.txt");
            scenario.get("/static/missing.txt");
            scenario.get("/boom");
            scenario.get("/stream");
            scenario.get("/moved");
            scenario.get("/missing");
            scenario.ask("HEAD", "/", List.of(), "");
            scenario.ask("GET", "/", List.of("Connection: close"), "");
            return scenario.transcript.toString();
        }
    }

    private Socket open() throws IOException {
        Socket opened = new Socket("localhost", port);
        opened.setSoTimeout(TIMEOUT_MILLIS);
        return opened;
    }

    private void get(String target) throws IOException {
        ask("GET", target, List.of(), "");
    }

    private void post(String target, String type, String body) throws IOException {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        ask("POST", target, List.of("Content-Type: " + type, "Content-Length: " + length), body);
    }

    private void ask(String method, String target, List<String> fields, String body) throws IOException {
        StringBuilder request =
                new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n");
        fields.forEach(field -> request.append(field).append("\r\n"));
        request.append("\r\n").append(body);
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
        transcript.append("> ").append(method).append(' ').append(target).append('\n');
        answer(method);
        transcript.append('\n');
    }

    private void answer(String method) throws IOException {
        String status = line();
        transcript.append(status).append('\n');
        long length = -1;
        boolean chunked = false;
        boolean close = false;
        for (String field = line(); !field.isEmpty(); field = line()) {
            String lower = field.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(field.substring(field.indexOf(':') + 1).strip());
            }
            chunked |= lower.equals("transfer-encoding: chunked");
            close |= lower.equals("connection: close");
            if (!lower.startsWith("date:") && !lower.startsWith("last-modified:")) {
                transcript.append(field).append('\n');
            }
        }
        if (!method.equals("HEAD")) {
            transcript.append(chunked ? chunks() : text(length)).append('\n');
        }
        if (close) {
            socket.close();
            socket = open();
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    private String chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toString(StandardCharsets.UTF_8);
    }

    private int size() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String text(long length) throws IOException {
        return new String(in.readNBytes((int) Math.max(0, length)), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("The server closed the connection after: " + transcript);
            }
            if (b != '\r') {
                text.append((char) b);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
