package dev.troupe.server.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A bare socket to the gateway: says what it is told, and reads answers as they come. Owned by a test, on its thread.
 */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    final Socket socket;
    private final InputStream in;

    Wire(InetSocketAddress address) {
        this(connected(address));
    }

    private static Socket connected(InetSocketAddress address) {
        try {
            return new Socket(address.getAddress(), address.getPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Wire(Socket connected) {
        socket = connected;
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            in = socket.getInputStream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Wire say(String text) {
        return say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire say(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Everything up to and with {@code end}. */
    String until(String end) {
        StringBuilder text = new StringBuilder();
        try {
            while (text.length() < end.length()
                    || !text.substring(text.length() - end.length()).equals(end)) {
                int next = in.read();
                if (next < 0) {
                    throw new AssertionError("It ended after: " + text);
                }
                text.append((char) next);
            }
        } catch (IOException failure) {
            throw new AssertionError("It broke after: " + text, failure);
        }
        return text.toString();
    }

    /** The head of the next answer. */
    String head() {
        return until("\r\n\r\n");
    }

    /** The next answer, whose body has a length. */
    String answer() {
        String head = head();
        int at = head.toLowerCase(java.util.Locale.ROOT).indexOf("content-length: ");
        if (at < 0) {
            return head + (head.contains("chunked") ? until("0\r\n\r\n") : "");
        }
        int length = Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
        return head + bytes(length);
    }

    String bytes(int length) {
        try {
            byte[] bytes = in.readNBytes(length);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All until the gateway closes; a reset ends it too. */
    String rest() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        try {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                all.write(piece, 0, count);
            }
        } catch (java.net.SocketTimeoutException open) {
            throw new AssertionError("It did not close after: " + all, open);
        } catch (IOException reset) {
            return all.toString(StandardCharsets.ISO_8859_1) + "<reset>";
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    void endOutput() {
        try {
            socket.shutdownOutput();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
