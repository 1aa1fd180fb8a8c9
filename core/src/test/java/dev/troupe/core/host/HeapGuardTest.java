package dev.troupe.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorState;
import dev.troupe.core.TerminationReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HeapGuardTest {
    private static final long MIB = 1 << 20;

    private final FakeGauge gauge = new FakeGauge();
    private final FakeSuspect small = new FakeSuspect();
    private final FakeSuspect large = new FakeSuspect();
    private final HeapGuard guard = new HeapGuard(() -> gauge, () -> List.of(small, large));

    @Test
    void theActorThatGrewMostSinceTheHeapWasCalmIsBlamed() {
        small.allocated = 500 * MIB;
        collected(50);
        small.allocated += 7 * MIB;
        large.allocated += 20 * MIB;
        collected(90);
        assertEquals(List.of(0, 1), blames());
    }

    @Test
    void nobodyIsBlamedWithoutPressureOrWithoutANewCollection() {
        large.allocated = 50 * MIB;
        collected(84);
        large.allocated = 100 * MIB;
        gauge.used = 99;
        guard.check();
        assertEquals(List.of(0, 0), blames());
    }

    @Test
    void actorsThatAllocatedLittleAreNotBlamedForTheApplicationsHeap() {
        collected(50);
        large.allocated = 6 * MIB;
        collected(99);
        assertEquals(List.of(0, 0), blames());
    }

    @Test
    void theNextOneIsBlamedOnlyAfterTheLastIsGoneAndTheHeapWasCollectedAgain() {
        small.allocated = 30 * MIB;
        large.allocated = 40 * MIB;
        collected(90);
        collected(91);
        assertEquals(List.of(0, 1), blames());
        large.gone = true;
        large.allocated = 0;
        guard.check();
        guard.check();
        assertEquals(List.of(0, 1), blames());
        collected(92);
        assertEquals(List.of(1, 1), blames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseSerialGC", "-XX:+UseParallelGC"})
    void anActorThatFillsTheHeapIsKilledAndItsNeighbourGoesOn(String collector) throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        collector,
                        "-cp",
                        classPath(),
                        Glutton.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, jvm.waitFor(), output);
        assertTrue(output.contains("glutton: Killed[limit=heap"), output);
        assertTrue(output.contains("neighbour: RUNNING and answers"), output);
    }

    /**
     * On the module path, core's classes are not on the class path of this JVM: their places are asked from the classes
     * themselves.
     */
    private static String classPath() throws IOException {
        List<String> places = new ArrayList<>();
        for (Class<?> type : List.of(HeapGuard.class, Glutton.class)) {
            places.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath())
                    .toRealPath()
                    .toString());
        }
        return String.join(java.io.File.pathSeparator, places);
    }

    /** A host with an actor that keeps all it can get. */
    static final class Glutton {
        private Glutton() {}

        public static void main(String... arguments) throws Exception {
            try (FakeHost host = new FakeHost()) {
                Actor neighbour = host.running(isolate -> {}, options -> {});
                FakeIsolate beside = host.isolate();
                Actor glutton = host.create(isolate -> {
                    List<byte[]> kept = new ArrayList<>();
                    MessageDigest work = MessageDigest.getInstance("SHA-256");
                    while (!Thread.currentThread().isInterrupted()) {
                        byte[] piece = new byte[64 << 10];
                        // as slow as a program that does something with what it keeps, and slower where it gets tight:
                        // a
                        // busy machine gives the watchdog few looks
                        for (int round = 0; round < (kept.size() < 2_000 ? 1 : 4); round++) {
                            work.update(piece);
                        }
                        kept.add(piece);
                    }
                    throw new InterruptedException("held " + kept.size());
                });
                TerminationReason reason =
                        glutton.terminated().toCompletableFuture().get(90, TimeUnit.SECONDS);
                CompletableFuture<ActorState> answer = new CompletableFuture<>();
                beside.runtime.loop().post(() -> answer.complete(neighbour.state()));
                System.out.println("glutton: " + reason);
                System.out.println("neighbour: " + answer.get() + " and answers");
                neighbour.destroy(Duration.ZERO);
            }
        }
    }

    private void collected(int percent) {
        gauge.collections++;
        gauge.used = percent;
        guard.check();
    }

    private List<Integer> blames() {
        return List.of(small.blames, large.blames);
    }

    private static final class FakeGauge implements HeapGauge {
        private long collections;
        private int used;

        @Override
        public long collections() {
            return collections;
        }

        @Override
        public double fullness() {
            return used / 100.0;
        }

        @Override
        public long max() {
            return 100 * MIB;
        }
    }

    private static final class FakeSuspect implements HeapGuard.Suspect {
        private long allocated;
        private long calm;
        private int blames;
        private boolean gone;

        @Override
        public long allocatedBytes() {
            return allocated;
        }

        @Override
        public long allocatedWhenCalm() {
            return calm;
        }

        @Override
        public void calm() {
            calm = allocated;
        }

        @Override
        public void blame(String message) {
            blames++;
        }

        @Override
        public boolean isGone() {
            return gone;
        }
    }
}
