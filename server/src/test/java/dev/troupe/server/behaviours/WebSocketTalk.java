package dev.troupe.server.behaviours;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The JDK's WebSocket client with what it received in a queue. Owned by a test, on its thread. */
final class WebSocketTalk implements AutoCloseable, WebSocket.Listener {
    private static final int PATIENCE_SECONDS = 60;

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    WebSocketTalk(HttpClient client, URI actor) {
        URI url = URI.create(actor.resolve("ws").toString().replaceFirst("^http", "ws"));
        socket = client.newWebSocketBuilder().buildAsync(url, this).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            received.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    /** The next message; empty if none comes. */
    String next() throws InterruptedException {
        String message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return message == null ? "" : message;
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        socket.abort();
    }
}
