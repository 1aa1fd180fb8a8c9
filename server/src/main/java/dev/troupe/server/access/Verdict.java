package dev.troupe.server.access;

/** The decision about a token. */
public sealed interface Verdict {

    /** The request may be made; one of its uses, if they are counted, is spent. */
    record Granted(Grant grant) implements Verdict {}

    /** It may not. */
    record Refused(Refusal refusal) implements Verdict {}
}
