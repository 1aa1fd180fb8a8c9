package dev.troupe.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorQuery;
import dev.troupe.core.TerminationReason;
import dev.troupe.core.spi.EventLoop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HammerTest {
    private static final int ACTORS = 10_000;

    private final FakeHost host = new FakeHost();

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void hammerTenThousandActorsRunTimersOnAFewThreadsAndAllEnd() throws Exception {
        CountDownLatch rang = new CountDownLatch(3 * ACTORS);
        List<Actor> actors = new ArrayList<>();
        for (int i = 0; i < ACTORS; i++) {
            actors.add(host.create(isolate -> ring(isolate.runtime.loop(), rang, 3)));
        }
        rang.await();
        assertTrue(LocalHostTest.threads().length < 40, LocalHostTest.threads().length + " threads");
        List<CompletableFuture<TerminationReason>> ends = actors.stream()
                .map(actor -> actor.destroy(Duration.ZERO).toCompletableFuture())
                .toList();
        for (CompletableFuture<TerminationReason> end : ends) {
            assertEquals(new TerminationReason.Destroyed(), end.get());
        }
        assertEquals(List.of(), host.host.list(ActorQuery.all()));
    }

    private static void ring(EventLoop loop, CountDownLatch rang, int times) {
        if (times > 0) {
            loop.schedule(Duration.ofMillis(ThreadLocalRandom.current().nextInt(200)), () -> {
                rang.countDown();
                ring(loop, rang, times - 1);
            });
        }
    }

    @Test
    void hammerNoPostIsLostOrDoubledBetweenManyThreads() throws Exception {
        int threads = 4;
        int posts = 20_000;
        List<FakeIsolate> isolates = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            host.running(isolate -> {}, options -> {});
            isolates.add(host.isolate());
        }
        int[] received = new int[isolates.size()];
        CountDownLatch all = new CountDownLatch(threads * posts);
        List<CompletableFuture<Void>> posters = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < posts; i++) {
                        int target = i % received.length;
                        isolates.get(target).runtime.loop().postAlways(() -> {
                            received[target]++; // the loop is one thread at a time: no lock, and none lost
                            all.countDown();
                        });
                    }
                }))
                .limit(threads)
                .toList();
        posters.forEach(CompletableFuture::join);
        all.await();
        for (int i = 0; i < received.length; i++) {
            assertEquals(threads * posts / received.length, received[i]);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void hammerAThousandCyclesLeaveNoThreadAndNoFileDescriptor() throws Exception {
        cycles(100);
        long files = openFiles();
        cycles(1_000);
        FakeHost.await(() -> openFiles() <= files);
        assertTrue(LocalHostTest.threads().length < 40, LocalHostTest.threads().length + " threads");
    }

    private void cycles(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            Actor actor = host.host.create(ActorOptions.of(FakeHost.script(isolate -> {})));
            actor.ready().toCompletableFuture().get();
            actor.destroy(Duration.ZERO).toCompletableFuture().get();
        }
        host.isolates.made.clear();
    }

    private static long openFiles() {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
