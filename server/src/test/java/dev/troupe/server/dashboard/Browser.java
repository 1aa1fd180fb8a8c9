package dev.troupe.server.dashboard;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.troupe.server.json.Json;
import dev.troupe.server.json.JsonFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One page in a headless Chromium, driven over its DevTools protocol. Ends with {@link #close}. */
@SuppressWarnings("NullAway") // an answer that lacks a member fails the test
final class Browser implements AutoCloseable, WebSocket.Listener {
    private static final String ADDRESS_LINE = "DevTools listening on ";
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Map<?, ?>>> awaited = new ConcurrentHashMap<>();
    private final StringBuilder message = new StringBuilder();
    private final String session;

    private Browser(Process process, String address, int width, int height) throws Exception {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), this)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Map<?, ?> target = call("Target.createTarget", Map.of("url", "about:blank"), "");
        session =
                (String) call("Target.attachToTarget", Map.of("targetId", target.get("targetId"), "flatten", true), "")
                        .get("sessionId");
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600),
                session);
    }

    /** The Chromium of this machine. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser open(Path chromium, Path profile, int width, int height) throws Exception {
        Process process = new ProcessBuilder(
                        chromium.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.startsWith(ADDRESS_LINE)) {
            line = output.readLine();
        }
        assertNotNull(line, "Chromium ended before it listened");
        Thread rest = new Thread(() -> output.lines().forEach(ignored -> {}), "chromium-output");
        rest.setDaemon(true);
        rest.start();
        return new Browser(process, line.substring(ADDRESS_LINE.length()), width, height);
    }

    private Map<?, ?> call(String method, Map<String, Object> parameters, String in) throws Exception {
        int id = ids.incrementAndGet();
        CompletableFuture<Map<?, ?>> answer = new CompletableFuture<>();
        awaited.put(id, answer);
        Map<String, Object> call = in.isEmpty()
                ? Map.of("id", id, "method", method, "params", parameters)
                : Map.of("id", id, "method", method, "params", parameters, "sessionId", in);
        socket.sendText(new String(Json.write(call), StandardCharsets.UTF_8), true)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Map<?, ?> told = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (told.containsKey("error")) {
            throw new IllegalStateException(method + ": " + told.get("error"));
        }
        return (Map<?, ?>) told.get("result");
    }

    void visit(String address) throws Exception {
        call("Page.navigate", Map.of("url", address), session);
    }

    /** What {@code expression} is in the page. */
    Object ask(String expression) throws Exception {
        Map<?, ?> told = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true), session);
        if (told.containsKey("exceptionDetails")) {
            return "thrown: " + told.get("exceptionDetails");
        }
        return ((Map<?, ?>) told.get("result")).get("value");
    }

    /** Waits until {@code expression} is true in the page. */
    void await(String expression) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Object last = ask(expression);
        while (!Boolean.TRUE.equals(last)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(expression + " is " + last + " in: " + ask("document.body.innerText"));
            }
            Thread.onSpinWait(); // each question is a round trip to the browser
            last = ask(expression);
        }
    }

    void press(String key) throws Exception {
        Map<String, Object> event = key.equals("Enter")
                ? Map.of("type", "keyDown", "key", key, "text", "\r", "windowsVirtualKeyCode", 13)
                : Map.of("type", "rawKeyDown", "key", key, "windowsVirtualKeyCode", key.equals("Tab") ? 9 : 27);
        call("Input.dispatchKeyEvent", event, session);
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key), session);
    }

    void type(String text) throws Exception {
        call("Input.insertText", Map.of("text", text), session);
    }

    void screenshot(Path file) throws Exception {
        String png = (String)
                call("Page.captureScreenshot", Map.of("format", "png"), session).get("data");
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(png));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            answered(message.toString());
            message.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void answered(String text) {
        try {
            Map<?, ?> told = (Map<?, ?>) Json.parse(text.getBytes(StandardCharsets.UTF_8));
            if (told.get("id") instanceof Number id) {
                awaited.remove(id.intValue()).complete(told);
            }
        } catch (JsonFailure failure) {
            awaited.values().forEach(waiting -> waiting.completeExceptionally(failure));
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        socket.abort();
        process.destroy();
        process.waitFor();
    }
}
