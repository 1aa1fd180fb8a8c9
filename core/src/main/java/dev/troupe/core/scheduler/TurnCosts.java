package dev.troupe.core.scheduler;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Measures what one thread's turns cost: one reading after each turn, the difference is the turn's. Confined to its
 * thread. The JVM's management classes take tens of milliseconds to load, so the watchdog loads them ({@link #load});
 * turns before that are not counted.
 */
final class TurnCosts {
    private static volatile @Nullable Meters meters;

    private long cpu = -1;
    private long bytes;

    /** Loads what measures. Slow the first time; idempotent. */
    static void load() {
        if (meters == null) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            if (threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()) {
                meters = new Meters(threads, Allocation.of(threads));
            }
        }
    }

    void charge(ActorLoop loop) {
        Meters ready = meters;
        if (ready == null) {
            return;
        }
        long cpuNow = ready.threads.getCurrentThreadCpuTime();
        long bytesNow = ready.allocation.of(Thread.currentThread());
        if (cpu >= 0) {
            loop.charge(cpuNow - cpu, bytesNow - bytes);
        }
        cpu = cpuNow;
        bytes = bytesNow;
    }

    /** What {@link #charge} will count from: the thread's allocated bytes after its last turn. */
    long allocationBase() {
        return bytes;
    }

    /** Processor time of the thread after its last turn; 0 before the first that was measured. */
    long cpuBase() {
        return Math.max(0, cpu);
    }

    /** All processor time that {@code thread} ever had; empty if the JVM cannot tell. Any thread. */
    static OptionalLong cpuOf(Thread thread) {
        Meters ready = meters;
        long nanos = ready == null ? -1 : ready.threads.getThreadCpuTime(thread.getId());
        return nanos < 0 ? OptionalLong.empty() : OptionalLong.of(nanos);
    }

    /** All heap bytes that {@code thread} ever allocated; 0 if the JVM cannot tell. Any thread. */
    static long allocatedBy(Thread thread) {
        Meters ready = meters;
        return ready == null ? 0 : Math.max(0, ready.allocation.of(thread));
    }

    private record Meters(ThreadMXBean threads, Allocation allocation) {}

    /** Heap bytes allocated by a thread: only HotSpot's management module can tell. */
    private interface Allocation {
        long of(Thread thread);

        static Allocation of(ThreadMXBean threads) {
            try {
                return HotSpot.of(threads);
            } catch (LinkageError noSuchModule) {
                return thread -> 0;
            }
        }
    }

    /** Apart, so that a JVM without module jdk.management can load the rest. */
    private static final class HotSpot {
        static Allocation of(ThreadMXBean threads) {
            if (threads instanceof com.sun.management.ThreadMXBean hotSpot
                    && hotSpot.isThreadAllocatedMemorySupported()
                    && hotSpot.isThreadAllocatedMemoryEnabled()) {
                return thread -> hotSpot.getThreadAllocatedBytes(thread.getId());
            }
            return thread -> 0;
        }
    }
}
