/**
 * Programs that measure, each beside its peer in the same run. {@code benchmarks/run} starts them;
 * {@code benchmarks/README.md} holds what they printed.
 *
 * <p>Starting points: {@link dev.troupe.benchmarks.StartBenchmark} (JMH), {@link dev.troupe.benchmarks.MemoryPerActor},
 * {@link dev.troupe.benchmarks.NoisyNeighbour}, {@link dev.troupe.benchmarks.GatewayBenchmark}.
 */
@NullMarked
package dev.troupe.benchmarks;

import org.jspecify.annotations.NullMarked;
