package dev.troupe.core.host;

import dev.troupe.core.Usage;
import dev.troupe.core.spi.Meter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/** The counters of one actor over all its starts. Any thread; frozen when the actor ends. */
final class Counters implements Meter {
    private static final AtomicLongFieldUpdater<Counters> IN = updater("bytesIn");
    private static final AtomicLongFieldUpdater<Counters> OUT = updater("bytesOut");
    private static final AtomicLongFieldUpdater<Counters> REQUESTS = updater("requests");

    private volatile long bytesIn;
    private volatile long bytesOut;
    private volatile long requests;

    private static AtomicLongFieldUpdater<Counters> updater(String field) {
        return AtomicLongFieldUpdater.newUpdater(Counters.class, field);
    }

    @Override
    public void bytesIn(long count) {
        IN.addAndGet(this, count);
    }

    @Override
    public void bytesOut(long count) {
        OUT.addAndGet(this, count);
    }

    @Override
    public void request() {
        REQUESTS.incrementAndGet(this);
    }

    Usage usage(long cpuNanos, long wallNanos, long allocatedBytes) {
        return new Usage(
                Duration.ofNanos(cpuNanos), Duration.ofNanos(wallNanos), bytesIn, bytesOut, requests, allocatedBytes);
    }
}
