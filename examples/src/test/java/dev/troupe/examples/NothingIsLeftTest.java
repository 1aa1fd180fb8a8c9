package dev.troupe.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorQuery;
import dev.troupe.core.Protocol;
import dev.troupe.core.Script;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** Counts what 1,000 actors leave behind: threads, file descriptors, ports, contexts. */
final class NothingIsLeftTest {
    private static final Script HELLO = Script.file(Path.of("hello.ts"));
    private static final int CYCLES = 1_000;
    private static final int WARM_UP = 50;

    @Test
    void aThousandCyclesOfCreateRequestDestroyLeaveNothingBehind() throws Exception {
        try (ActorHost host = ActorHost.builder().build()) {
            cycles(host, WARM_UP);
            long threads = threads();
            long descriptors = descriptors();
            long contexts = settledContexts(1); // the compiler's
            URI last = cycles(host, CYCLES);
            assertEquals(List.of(), host.list(ActorQuery.all()));
            assertTrue(
                    threads() <= threads, () -> "threads grew from " + threads + " to " + Thread.getAllStackTraces());
            assertTrue(
                    descriptors() <= descriptors, () -> "descriptors grew from " + descriptors + " to " + openFiles());
            assertThrows(ConnectException.class, () -> get(last), "the last actor's port still accepts");
            long live = settledContexts(contexts);
            assertTrue(live <= contexts, () -> "live contexts grew from " + contexts + " to " + live);
        }
    }

    private static URI cycles(ActorHost host, int count) throws IOException {
        URI url = URI.create("http://localhost");
        for (int i = 0; i < count; i++) {
            Actor actor = host.create(ActorOptions.builder()
                    .script(HELLO)
                    .port("http", Protocol.HTTP)
                    .build());
            url = actor.ready().toCompletableFuture().join().url("http");
            assertTrue(get(url).contains(actor.id().toString()));
            // every other one is killed at once, without its grace
            actor.destroy(i % 2 == 0 ? Duration.ZERO : Duration.ofSeconds(5))
                    .toCompletableFuture()
                    .join();
        }
        return url;
    }

    private static String get(URI url) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("troupe-"))
                .count();
    }

    private static long descriptors() {
        return openFiles().size();
    }

    /** Linux tells; elsewhere the list is empty and proves nothing. */
    private static List<String> openFiles() {
        Path folder = Path.of("/proc/self/fd");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(NothingIsLeftTest::target).toList();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "closed";
        }
    }

    /**
     * The live contexts of this JVM, which are no actor's once the actors are gone: a host keeps one for its TypeScript
     * compiler. Each look is a full collection; it looks again for some seconds while there are more than
     * {@code enough}, as the last actors may be on their way out through threads and queues.
     */
    private static long settledContexts(long enough) throws JMException {
        long live = liveContexts();
        for (long end = System.nanoTime() + 5_000_000_000L; live > enough && System.nanoTime() < end; ) {
            live = liveContexts();
        }
        return live;
    }

    /** Asks the JVM for its live objects: a context that a leak holds is among them. */
    private static long liveContexts() throws JMException {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .filter(line -> line.endsWith("com.oracle.truffle.js.runtime.JSRealm")
                        || line.contains("com.oracle.truffle.js.runtime.JSRealm "))
                .mapToLong(line -> Long.parseLong(line.trim().split("\\s+")[1]))
                .sum();
    }
}
