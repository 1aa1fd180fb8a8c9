package dev.troupe.core.spi;

/**
 * The counters of one actor that only the one who does the work can count. CPU, wall time and allocation are counted by
 * core. Any thread.
 */
public interface Meter {
    void bytesIn(long count);

    void bytesOut(long count);

    void request();
}
