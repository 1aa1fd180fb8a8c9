package dev.troupe.core;

import java.time.Instant;

/**
 * What an actor had used at one moment.
 *
 * @param at the moment
 * @param usage everything since it was created
 */
public record UsageSample(Instant at, Usage usage) {}
