package dev.troupe.server.project;

import dev.troupe.core.ActorException;

/** A project that cannot be deployed as it is; the message says what to change. */
public final class ProjectException extends ActorException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, with what, and what to do. */
    public ProjectException(String message) {
        super(message);
    }

    ProjectException(String message, Throwable cause) {
        super(message, cause);
    }
}
