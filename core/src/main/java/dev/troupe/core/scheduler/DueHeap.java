package dev.troupe.core.scheduler;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A binary heap of entries by due time, from which any entry leaves in O(log n): programs cancel most of their timers.
 * Confined to whoever owns it; it holds nothing but its entries.
 */
final class DueHeap<E extends HeapEntry> {
    private static final int FIRST_CAPACITY = 4;

    private HeapEntry[] entries = new HeapEntry[FIRST_CAPACITY];
    private int size;
    private long nextSequence;

    int size() {
        return size;
    }

    void add(E entry) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
        }
        entry.sequence = nextSequence++;
        siftUp(size++, entry);
    }

    @SuppressWarnings("unchecked")
    @Nullable
    E peek() {
        return size == 0 ? null : (E) entries[0];
    }

    /** Takes {@code entry} out; nothing happens if it is not in. */
    void remove(E entry) {
        int hole = entry.index;
        if (hole < 0) {
            return;
        }
        entry.index = HeapEntry.OUTSIDE;
        HeapEntry last = entries[--size];
        entries[size] = null;
        if (last != entry) {
            siftDown(hole, last);
            if (last.index == hole) {
                siftUp(hole, last);
            }
        }
        shrink();
    }

    private void shrink() {
        if (entries.length > FIRST_CAPACITY && size < entries.length / 4) {
            entries = Arrays.copyOf(entries, entries.length / 2);
        }
    }

    private void siftUp(int from, HeapEntry entry) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) >>> 1;
            if (!entry.before(entries[parent])) {
                break;
            }
            put(place, entries[parent]);
            place = parent;
        }
        put(place, entry);
    }

    private void siftDown(int from, HeapEntry entry) {
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && entries[child + 1].before(entries[child])) {
                child++;
            }
            if (!entries[child].before(entry)) {
                break;
            }
            put(place, entries[child]);
            place = child;
        }
        put(place, entry);
    }

    private void put(int place, HeapEntry entry) {
        entries[place] = entry;
        entry.index = place;
    }
}
