package dev.troupe.js.module;

/**
 * A module that cannot be had, in Node's words: the binding shows it in JS as an {@code Error} of {@link #type} with
 * {@link #code}.
 */
final class ModuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String code;

    private final String path;

    private ModuleException(String type, String code, String message, String path) {
        super(message, null, false, false);
        this.type = type;
        this.code = code;
        this.path = path;
    }

    static ModuleException error(String code, String message) {
        return new ModuleException("Error", code, message, "");
    }

    static ModuleException typeError(String code, String message) {
        return new ModuleException("TypeError", code, message, "");
    }

    static ModuleException syntaxError(String message) {
        return new ModuleException("SyntaxError", "", message, "");
    }

    /** A package whose {@code main} is no file, and that has no index file either. */
    static ModuleException mainNotFound(String main, String packageJson) {
        String message =
                "Cannot find module '" + main + "'. Please verify that the package.json has a valid \"main\" entry";
        return new ModuleException("Error", "MODULE_NOT_FOUND", message, packageJson);
    }

    String type() {
        return type;
    }

    String code() {
        return code;
    }

    /** The file that the error shows as its {@code path}; empty if it has none. */
    String path() {
        return path;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
