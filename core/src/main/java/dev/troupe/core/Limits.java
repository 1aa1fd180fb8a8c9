package dev.troupe.core;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * The bounds of one actor. Each queue, size, count and wait of an actor has its field here; a breach is an error that
 * names the field. Immutable; {@code withX} methods give changed copies.
 *
 * @param turn the most processor time that one turn of the event loop may take before the actor is killed, and a tenth
 *     of the time that it may wait (synchronous files, {@code Atomics.wait}); default 10 s
 * @param start the longest from create until {@code start(ctx)} has been called; default 30 s
 * @param grace the time from the stop signal to the kill, unless the destroy call says otherwise; default 5 s; zero
 *     kills at once
 * @param kill the longest that a kill may take before the thread is abandoned and replaced; default 2 s
 * @param inboxTasks completions that may wait for the actor's event loop; default 16,384; HTTP answers 503 when it is
 *     full
 * @param timers timers and immediates that may be pending; default 100,000
 * @param connections open sockets, both directions together, connections through the gateway among them; default
 *     10,000; the gateway answers 429 when there are no more
 * @param requests requests that the gateway has under way for the actor, each WebSocket counting as one; default 4,096;
 *     it answers 429 to one more
 * @param socketBufferBytes bytes that may wait in Java for one socket's peer or for the program; default 1 MiB
 * @param logLineBytes where a log line is cut; default 64 KiB
 * @param logLines log lines that the host keeps; default 1,000
 * @param logLinesPerSecond log lines a second, over ten seconds, before lines are dropped with one notice; default
 *     1,000
 * @param stringLength UTF-16 units of one string; default 2^28
 * @param bufferBytes bytes of one ArrayBuffer; default 512 MiB
 * @param sourceBytes bytes of one source file; default 32 MiB
 * @param logBytes bytes of log text that the host keeps; default 4 MiB; the oldest lines go first
 * @param blockingCalls blocking calls (files, DNS) that may wait for their turn; default 16,384
 * @param openFiles open files, and beside them as many watched files and folders; default 1,024
 * @param channels broadcast channels that other actors hear; default 256
 * @param channelBytes bytes of other actors' broadcasts that may wait for the actor; default 8 MiB; what comes beyond
 *     is dropped and the channel told
 * @param kv the bounds of {@code ctx.kv}; default {@link KvLimits#DEFAULTS}
 */
public record Limits(
        Duration turn,
        Duration start,
        Duration grace,
        Duration kill,
        int inboxTasks,
        int timers,
        int connections,
        int requests,
        int socketBufferBytes,
        int logLineBytes,
        int logLines,
        int logLinesPerSecond,
        int stringLength,
        int bufferBytes,
        int sourceBytes,
        int logBytes,
        int blockingCalls,
        int openFiles,
        int channels,
        int channelBytes,
        KvLimits kv) {

    private static final Limits DEFAULTS = new Limits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            16_384,
            100_000,
            10_000,
            4_096,
            1 << 20,
            64 << 10,
            1_000,
            1_000,
            1 << 28,
            512 << 20,
            32 << 20,
            4 << 20,
            16_384,
            1_024,
            256,
            8 << 20,
            KvLimits.DEFAULTS);

    public Limits {
        positive("turn", turn);
        positive("start", start);
        positive("kill", kill);
        if (grace.isNegative()) {
            throw new IllegalArgumentException("Limits.grace is " + grace + ": use zero (kill at once) or more.");
        }
        positive("inboxTasks", inboxTasks);
        positive("timers", timers);
        positive("connections", connections);
        positive("requests", requests);
        positive("socketBufferBytes", socketBufferBytes);
        positive("logLineBytes", logLineBytes);
        positive("logLines", logLines);
        positive("logLinesPerSecond", logLinesPerSecond);
        positive("stringLength", stringLength);
        positive("bufferBytes", bufferBytes);
        positive("sourceBytes", sourceBytes);
        positive("logBytes", logBytes);
        positive("blockingCalls", blockingCalls);
        positive("openFiles", openFiles);
        positive("channels", channels);
        positive("channelBytes", channelBytes);
    }

    /** The defaults that the class comment names. */
    public static Limits defaults() {
        return DEFAULTS;
    }

    /** A copy with another {@link #turn}. */
    public Limits withTurn(Duration turn) {
        return with(draft -> draft.turn = turn);
    }

    /** A copy with another {@link #start}. */
    public Limits withStart(Duration start) {
        return with(draft -> draft.start = start);
    }

    /** A copy with another {@link #grace}. */
    public Limits withGrace(Duration grace) {
        return with(draft -> draft.grace = grace);
    }

    /** A copy with another {@link #kill}. */
    public Limits withKill(Duration kill) {
        return with(draft -> draft.kill = kill);
    }

    /** A copy with another {@link #inboxTasks}. */
    public Limits withInboxTasks(int inboxTasks) {
        return with(draft -> draft.inboxTasks = inboxTasks);
    }

    /** A copy with another {@link #timers}. */
    public Limits withTimers(int timers) {
        return with(draft -> draft.timers = timers);
    }

    /** A copy with another {@link #connections}. */
    public Limits withConnections(int connections) {
        return with(draft -> draft.connections = connections);
    }

    /** A copy with another {@link #requests}. */
    public Limits withRequests(int requests) {
        return with(draft -> draft.requests = requests);
    }

    /** A copy with another {@link #socketBufferBytes}. */
    public Limits withSocketBufferBytes(int socketBufferBytes) {
        return with(draft -> draft.socketBufferBytes = socketBufferBytes);
    }

    /** A copy with another {@link #logLineBytes}. */
    public Limits withLogLineBytes(int logLineBytes) {
        return with(draft -> draft.logLineBytes = logLineBytes);
    }

    /** A copy with another {@link #logLines}. */
    public Limits withLogLines(int logLines) {
        return with(draft -> draft.logLines = logLines);
    }

    /** A copy with another {@link #logLinesPerSecond}. */
    public Limits withLogLinesPerSecond(int logLinesPerSecond) {
        return with(draft -> draft.logLinesPerSecond = logLinesPerSecond);
    }

    /** A copy with another {@link #stringLength}. */
    public Limits withStringLength(int stringLength) {
        return with(draft -> draft.stringLength = stringLength);
    }

    /** A copy with another {@link #bufferBytes}. */
    public Limits withBufferBytes(int bufferBytes) {
        return with(draft -> draft.bufferBytes = bufferBytes);
    }

    /** A copy with another {@link #sourceBytes}. */
    public Limits withSourceBytes(int sourceBytes) {
        return with(draft -> draft.sourceBytes = sourceBytes);
    }

    /** A copy with another {@link #logBytes}. */
    public Limits withLogBytes(int logBytes) {
        return with(draft -> draft.logBytes = logBytes);
    }

    /** A copy with another {@link #blockingCalls}. */
    public Limits withBlockingCalls(int blockingCalls) {
        return with(draft -> draft.blockingCalls = blockingCalls);
    }

    /** A copy with another {@link #openFiles}. */
    public Limits withOpenFiles(int openFiles) {
        return with(draft -> draft.openFiles = openFiles);
    }

    /** A copy with another {@link #channels}. */
    public Limits withChannels(int channels) {
        return with(draft -> draft.channels = channels);
    }

    /** A copy with another {@link #channelBytes}. */
    public Limits withChannelBytes(int channelBytes) {
        return with(draft -> draft.channelBytes = channelBytes);
    }

    /** A copy with another {@link #kv}. */
    public Limits withKv(KvLimits kv) {
        return with(draft -> draft.kv = kv);
    }

    private Limits with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.limits();
    }

    private static void positive(String field, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("Limits." + field + " is " + value + ": use a positive duration.");
        }
    }

    private static void positive(String field, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException("Limits." + field + " is " + value + ": use 1 or more.");
        }
    }

    /** The fields while one of them changes. Lives within one call of a {@code with} method. */
    private static final class Draft {
        private Duration turn;
        private Duration start;
        private Duration grace;
        private Duration kill;
        private int inboxTasks;
        private int timers;
        private int connections;
        private int requests;
        private int socketBufferBytes;
        private int logLineBytes;
        private int logLines;
        private int logLinesPerSecond;
        private int stringLength;
        private int bufferBytes;
        private int sourceBytes;
        private int logBytes;
        private int blockingCalls;
        private int openFiles;
        private int channels;
        private int channelBytes;
        private KvLimits kv;

        Draft(Limits from) {
            turn = from.turn;
            start = from.start;
            grace = from.grace;
            kill = from.kill;
            inboxTasks = from.inboxTasks;
            timers = from.timers;
            connections = from.connections;
            requests = from.requests;
            socketBufferBytes = from.socketBufferBytes;
            logLineBytes = from.logLineBytes;
            logLines = from.logLines;
            logLinesPerSecond = from.logLinesPerSecond;
            stringLength = from.stringLength;
            bufferBytes = from.bufferBytes;
            sourceBytes = from.sourceBytes;
            logBytes = from.logBytes;
            blockingCalls = from.blockingCalls;
            openFiles = from.openFiles;
            channels = from.channels;
            channelBytes = from.channelBytes;
            kv = from.kv;
        }

        Limits limits() {
            return new Limits(
                    turn,
                    start,
                    grace,
                    kill,
                    inboxTasks,
                    timers,
                    connections,
                    requests,
                    socketBufferBytes,
                    logLineBytes,
                    logLines,
                    logLinesPerSecond,
                    stringLength,
                    bufferBytes,
                    sourceBytes,
                    logBytes,
                    blockingCalls,
                    openFiles,
                    channels,
                    channelBytes,
                    kv);
        }
    }
}
