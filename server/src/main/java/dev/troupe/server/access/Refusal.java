package dev.troupe.server.access;

/** Why a token opens nothing. The text is for whoever sent it and tells nothing that he could not know. */
public enum Refusal {
    /** No token of ours. */
    MALFORMED("The connection URL is broken or incomplete: copy all of it, or ask for a new one."),
    /** Signed by a key that is not there any more, or never was. */
    UNKNOWN_KEY("The connection URL was revoked, or is not from this host: ask for a new one."),
    /** Changed after it was signed, or signed for another actor or port. */
    FORGED("The connection URL is not for this actor's port, or was changed: ask for a new one."),
    NOT_YET_VALID("The connection URL is not valid yet: the clocks of its maker and of this host disagree."),
    EXPIRED("The connection URL has expired: ask for a new one."),
    METHOD("The connection URL is not for this method."),
    PATH("The connection URL is not for this path."),
    /** Or handed out before the host was started anew. */
    USED_UP("The connection URL was used as often as it may be: ask for a new one.");

    private final String text;

    Refusal(String text) {
        this.text = text;
    }

    /** What is told to the client. */
    public String text() {
        return text;
    }
}
