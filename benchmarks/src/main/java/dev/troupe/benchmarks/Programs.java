package dev.troupe.benchmarks;

import dev.troupe.core.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Path;

/** The actors that the benchmarks host, and one request to them. Stateless; any thread. */
final class Programs {
    /** The documented program; the property names the checkout, which {@code benchmarks/run} sets. */
    static final Script HELLO =
            Script.file(Path.of(System.getProperty("troupe.root", ".")).resolve("examples/hello.ts"));

    /** A program that does nothing and uses nothing: the cost of the isolate itself. */
    static final Script EMPTY =
            Script.inline("empty.mjs", "export default { start() { return new Promise(() => {}); } };");

    /** A program that never yields. */
    static final Script ENDLESS = Script.inline("endless.mjs", "export default { start() { while (true) {} } };");

    private Programs() {}

    /** Sends one GET on a connection of its own and gives the body's length. */
    static int get(URI url) {
        try {
            URLConnection connection = url.toURL().openConnection();
            connection.setRequestProperty("Connection", "close");
            try (InputStream body = connection.getInputStream()) {
                return body.readAllBytes().length;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(url + " did not answer", failure);
        }
    }
}
