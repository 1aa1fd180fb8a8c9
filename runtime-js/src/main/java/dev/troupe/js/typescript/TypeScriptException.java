package dev.troupe.js.typescript;

/** A source that is not TypeScript; the message is for the program's author. */
public final class TypeScriptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TypeScriptException(String message) {
        super(message, null, false, false);
    }
}
