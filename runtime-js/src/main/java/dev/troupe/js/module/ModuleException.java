package dev.troupe.js.module;

/**
 * A module that cannot be had, in Node's words: the binding shows it in JS as an {@code Error} of {@link #type} with
 * {@link #code}.
 */
final class ModuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String code;

    private ModuleException(String type, String code, String message) {
        super(message, null, false, false);
        this.type = type;
        this.code = code;
    }

    static ModuleException error(String code, String message) {
        return new ModuleException("Error", code, message);
    }

    static ModuleException typeError(String code, String message) {
        return new ModuleException("TypeError", code, message);
    }

    static ModuleException syntaxError(String message) {
        return new ModuleException("SyntaxError", "", message);
    }

    String type() {
        return type;
    }

    String code() {
        return code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
