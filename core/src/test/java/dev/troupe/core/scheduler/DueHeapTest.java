package dev.troupe.core.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DueHeapTest {

    @Test
    void entriesLeaveByDueTimeThenByAgeWhateverWasRemovedBetween() {
        Random random = new Random(42);
        DueHeap<Entry> heap = new DueHeap<>();
        List<Entry> expected = new ArrayList<>();
        for (int step = 0; step < 20_000; step++) {
            if (random.nextInt(3) > 0 || expected.isEmpty()) {
                Entry entry = new Entry();
                entry.due = random.nextInt(50);
                heap.add(entry);
                expected.add(entry);
            } else {
                heap.remove(expected.remove(random.nextInt(expected.size())));
            }
        }
        expected.sort(Comparator.<Entry>comparingLong(entry -> entry.due).thenComparingLong(entry -> entry.sequence));
        for (Entry entry : expected) {
            assertEquals(entry, heap.peek());
            heap.remove(entry);
        }
        assertNull(heap.peek());
        assertEquals(0, heap.size());
    }

    @Test
    void dueTimesMayWrapAsNanoTimeMay() {
        DueHeap<Entry> heap = new DueHeap<>();
        Entry late = new Entry();
        late.due = Long.MIN_VALUE + 5;
        Entry early = new Entry();
        early.due = Long.MAX_VALUE - 5;
        heap.add(late);
        heap.add(early);
        assertEquals(early, heap.peek());
    }

    private static final class Entry extends HeapEntry {}
}
