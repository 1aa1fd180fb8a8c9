package dev.troupe.node.zlib;

/** An actor has too many compression streams open at once. */
public final class TooManyCodecsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyCodecsException(int bound) {
        super("More than " + bound + " compression streams are open; close or end those that are done");
    }

    /** The text that JS shows. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
