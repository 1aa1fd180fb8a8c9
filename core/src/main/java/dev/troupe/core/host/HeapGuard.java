package dev.troupe.core.host;

import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends the actor that grew most before the heap is full and the JVM dies with all of them. What an actor retains cannot
 * be measured, so what it allocated since the heap was last calm stands for it, and an actor that allocated little is
 * never blamed: then the application itself fills its heap. Watchdog only; owned by the host.
 */
final class HeapGuard {
    /**
     * Live bytes after a collection, of the heap's size, from which it is under pressure. Above that, collectors
     * thrash.
     */
    private static final double PRESSURE = 0.85;
    /** An actor that allocated less than this part of the heap is not the cause. */
    private static final int SMALLEST_CULPRIT = 16;

    /** An actor as its guard sees it. */
    interface Suspect {
        /** All bytes that it ever allocated. */
        long allocatedBytes();

        /** {@link #allocatedBytes} when the heap was last calm. */
        long allocatedWhenCalm();

        /** The heap is calm now. */
        void calm();

        /** Ends it; returns at once. */
        void blame(String message);

        /** Is it gone? */
        boolean isGone();
    }

    private final Supplier<HeapGauge> gauges;
    private final Supplier<? extends Collection<? extends Suspect>> suspects;
    private @Nullable HeapGauge gauge;
    private @Nullable Suspect blamed;
    private long seen;

    /**
     * Has seen nothing yet.
     *
     * @param gauges gives the heap's gauge, asked once, by the first check
     * @param suspects the living actors
     */
    HeapGuard(Supplier<HeapGauge> gauges, Supplier<? extends Collection<? extends Suspect>> suspects) {
        this.gauges = gauges;
        this.suspects = suspects;
    }

    /** Looks at the heap if it was collected since the last look. */
    void check() {
        HeapGauge heap = gauge;
        if (heap == null) {
            heap = gauges.get();
            gauge = heap;
        }
        long collections = heap.collections();
        if (collections == seen || isWaiting()) {
            return;
        }
        seen = collections;
        if (heap.fullness() < PRESSURE) {
            suspects.get().forEach(Suspect::calm);
        } else {
            blameLargest(heap);
        }
    }

    /** Until the last one blamed is gone, and a collection has freed what it held, nobody else is. */
    private boolean isWaiting() {
        Suspect last = blamed;
        if (last == null) {
            return false;
        }
        if (last.isGone()) {
            blamed = null;
            seen = gauge == null ? 0 : gauge.collections();
        }
        return true;
    }

    private void blameLargest(HeapGauge heap) {
        Suspect largest = null;
        long most = heap.max() / SMALLEST_CULPRIT;
        for (Suspect suspect : suspects.get()) {
            long growth = suspect.allocatedBytes() - suspect.allocatedWhenCalm();
            if (growth >= most) {
                most = growth;
                largest = suspect;
            }
        }
        if (largest != null) {
            blamed = largest;
            largest.blame("The heap of the JVM (" + mebibytes(heap.max()) + " MiB) was full to "
                    + Math.round(heap.fullness() * 100) + " % after a collection, and this actor had allocated most ("
                    + mebibytes(most) + " MiB): keep less, or give the JVM a larger heap (-Xmx).");
        }
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }
}
