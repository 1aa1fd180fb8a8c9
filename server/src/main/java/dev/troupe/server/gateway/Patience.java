package dev.troupe.server.gateway;

import java.time.Duration;

/**
 * How long the gateway waits, and for what. A value; {@code withX} methods give changed copies.
 *
 * @param head for the rest of a request's head once its first byte is there; then 408; default 10 s
 * @param idle for the next request on a connection; then it closes; default 60 s
 * @param body for the next bytes of a request's body; then 408; default 60 s
 * @param actor for a starting actor to listen; then 503; default 15 s
 * @param answer for an answer to begin; then 504; default 60 s
 * @param write for a client to read on; then its connection closes; default 60 s
 * @param drain for running requests when the gateway closes; default 10 s
 */
public record Patience(
        Duration head, Duration idle, Duration body, Duration actor, Duration answer, Duration write, Duration drain) {
    private static final Patience DEFAULTS = new Patience(
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10));

    public Patience {
        positive("head", head);
        positive("idle", idle);
        positive("body", body);
        positive("actor", actor);
        positive("answer", answer);
        positive("write", write);
        if (drain.isNegative()) {
            throw new IllegalArgumentException("Patience.drain is " + drain + ": use zero or more.");
        }
    }

    /** The defaults that the class comment names. */
    public static Patience defaults() {
        return DEFAULTS;
    }

    /** A copy with another {@link #head}. */
    public Patience withHead(Duration longest) {
        return new Patience(longest, idle, body, actor, answer, write, drain);
    }

    /** A copy with another {@link #idle}. */
    public Patience withIdle(Duration longest) {
        return new Patience(head, longest, body, actor, answer, write, drain);
    }

    /** A copy with another {@link #body}. */
    public Patience withBody(Duration longest) {
        return new Patience(head, idle, longest, actor, answer, write, drain);
    }

    /** A copy with another {@link #actor}. */
    public Patience withActor(Duration longest) {
        return new Patience(head, idle, body, longest, answer, write, drain);
    }

    /** A copy with another {@link #answer}. */
    public Patience withAnswer(Duration longest) {
        return new Patience(head, idle, body, actor, longest, write, drain);
    }

    /** A copy with another {@link #write}. */
    public Patience withWrite(Duration longest) {
        return new Patience(head, idle, body, actor, answer, longest, drain);
    }

    /** A copy with another {@link #drain}. */
    public Patience withDrain(Duration longest) {
        return new Patience(head, idle, body, actor, answer, write, longest);
    }

    private static void positive(String field, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("Patience." + field + " is " + value + ": use a positive duration.");
        }
    }
}
