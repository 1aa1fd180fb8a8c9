package dev.troupe.core;

import java.time.Duration;

/**
 * The bounds of one actor. Each queue, size, count and wait of an actor has its field here; a breach is an error that names
 * the field. Immutable; {@code withX} methods give changed copies.
 *
 * @param turn the longest that one turn of the event loop may run before the actor is killed; default 10 s
 * @param start the longest from create until {@code start(ctx)} has been called; default 30 s
 * @param grace the time from the stop signal to the kill, unless the destroy call says otherwise; default 5 s; zero kills at once
 * @param kill the longest that a kill may take before the thread is abandoned and replaced; default 2 s
 * @param inboxTasks completions that may wait for the actor's event loop; default 16,384; HTTP answers 503 when it is full
 * @param timers timers and immediates that may be pending; default 100,000
 * @param connections open sockets, both directions together; default 10,000
 * @param socketBufferBytes bytes that may wait in Java for one socket's peer or for the program; default 1 MiB
 * @param logLineBytes where a log line is cut; default 64 KiB
 * @param logLines log lines that the host keeps; default 1,000
 * @param logLinesPerSecond log lines a second, over ten seconds, before lines are dropped with one notice; default 1,000
 * @param stringLength UTF-16 units of one string; default 2^28
 * @param bufferBytes bytes of one ArrayBuffer; default 512 MiB
 * @param sourceBytes bytes of one source file; default 32 MiB
 */
public record Limits(
    Duration turn,
    Duration start,
    Duration grace,
    Duration kill,
    int inboxTasks,
    int timers,
    int connections,
    int socketBufferBytes,
    int logLineBytes,
    int logLines,
    int logLinesPerSecond,
    int stringLength,
    int bufferBytes,
    int sourceBytes) {}
