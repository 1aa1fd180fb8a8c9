package dev.troupe.server.json;

/** A text that is not JSON, or more of it than is read; the message is for whoever sent it. */
public final class JsonFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String text;

    JsonFailure(String message) {
        super(message);
        text = message;
    }

    /** The message, which is always there. */
    public String text() {
        return text;
    }
}
