package dev.troupe.core;

import java.time.Instant;

/**
 * One line of an actor's log.
 *
 * @param sequence the line's number in this actor's log, from 0, without gaps: dropped lines are counted too
 * @param time when its first byte was written
 * @param stream where it was written
 * @param text the line without its line break
 */
public record LogEntry(long sequence, Instant time, LogStream stream, String text) {}
