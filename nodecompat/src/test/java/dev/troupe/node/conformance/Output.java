package dev.troupe.node.conformance;

import dev.troupe.core.LogStream;
import dev.troupe.core.Stdio;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps what an actor prints, up to a bound. Any thread; garbage after its run. */
final class Output implements Stdio {
    private static final int MOST = 16 << 20;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public synchronized void write(LogStream stream, byte[] text) {
        if (bytes.size() < MOST) {
            bytes.writeBytes(text);
        }
    }

    synchronized String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
