package dev.troupe.core;

import java.time.Duration;

/**
 * What an actor has used over all its starts, frozen when it ends.
 *
 * @param cpu processor time of its turns, as far as the JVM can measure it
 * @param wall time since it was created
 * @param bytesIn bytes received from the network
 * @param bytesOut bytes sent to the network
 * @param requests requests served
 * @param allocatedBytes heap bytes that its turns allocated, as far as the JVM can measure it
 */
public record Usage(Duration cpu, Duration wall, long bytesIn, long bytesOut, long requests, long allocatedBytes) {}
