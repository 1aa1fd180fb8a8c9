package dev.troupe.core.host;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

/** How full the heap is with what collections leave. Any thread. */
interface HeapGauge {

    /**
     * G1 collects its old generation concurrently and tells what survived only after mixed and full collections, which
     * may be too late. It starts marking at 45 %: what is there at 85 % is alive, or there is no time left to find out.
     */
    String G1_OLD = "G1 Old Gen";

    /** How many collections there were. */
    long collections();

    /** The part of the old generation, 0 to 1, that its last collection left; of the heap, if it has no generations. */
    double fullness();

    /** Bytes that the heap may have. */
    long max();

    /** This JVM's heap. Loads the management classes, which takes a while the first time. */
    static HeapGauge ofThisJvm() {
        List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(pool -> !pool.getName().matches(".*(Eden|Survivor|Young).*"))
                .toList();
        return new HeapGauge() {
            @Override
            public long collections() {
                return collectors.stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                        .sum();
            }

            @Override
            public double fullness() {
                double fullest = 0;
                for (MemoryPoolMXBean pool : pools) {
                    boolean concurrent = pool.getName().equals(G1_OLD);
                    MemoryUsage usage = concurrent ? pool.getUsage() : pool.getCollectionUsage();
                    if (usage != null && usage.getMax() > 0) {
                        fullest = Math.max(fullest, (double) usage.getUsed() / usage.getMax());
                    }
                }
                return fullest;
            }

            @Override
            public long max() {
                return Runtime.getRuntime().maxMemory();
            }
        };
    }
}
