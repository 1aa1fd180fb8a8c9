package dev.troupe.node.crypto.asn1;

/** Bytes that are no well-formed DER or PEM of the kind that was asked for. */
public final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedException(String message) {
        super(message);
    }
}
