package dev.troupe.node.zlib;

/** There is no native library for an algorithm on this system; the text names the dependency to add. */
public final class UnavailableCodecException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnavailableCodecException(String algorithm, String dependency) {
        super(algorithm + " needs a native library that is not here; add " + dependency + " for this system");
    }

    /** The text that JS shows. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
