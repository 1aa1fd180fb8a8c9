package dev.troupe.core.scheduler;

/** What a {@link DueHeap} orders: by due time, then by age. It knows its own place, so that taking it out is cheap. */
abstract class HeapEntry {
    static final int OUTSIDE = -1;

    long due;
    long sequence;
    int index = OUTSIDE;

    final boolean before(HeapEntry other) {
        // A difference, not a comparison: System.nanoTime may be anywhere and may wrap.
        long difference = due - other.due;
        return difference < 0 || (difference == 0 && sequence - other.sequence < 0);
    }
}
