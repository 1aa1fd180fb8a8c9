package dev.troupe.core.kv;

import dev.troupe.core.ActorException;
import dev.troupe.core.KvLimits;

/** An operation on an actor's storage failed, and nothing of it took effect. */
public final class KvException extends ActorException {
    private static final long serialVersionUID = 1L;

    /** What kind of failure it is. */
    public enum Kind {
        /** A limit of {@link KvLimits} would be passed. */
        LIMIT,
        /** The key cannot be one. */
        KEY,
        /** The store failed: disk full, file damaged, closed. */
        STORE
    }

    private final Kind kind;

    public KvException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public KvException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What kind of failure it is. */
    public Kind kind() {
        return kind;
    }
}
