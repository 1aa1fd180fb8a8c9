package dev.troupe.js.module;

import java.nio.file.Path;
import java.util.Map;

/**
 * A module that cannot be had, in Node's words: the binding shows it in JS as an {@code Error} of {@link #type} with
 * {@link #code}.
 */
final class ModuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String code;

    /** Where the error shows what it is about; values that can be written into a message. It never leaves the JVM. */
    private final transient Map<String, String> shown;

    private ModuleException(String type, String code, String message, Map<String, String> shown) {
        super(message, null, false, false);
        this.type = type;
        this.code = code;
        this.shown = Map.copyOf(shown);
    }

    static ModuleException error(String code, String message) {
        return new ModuleException("Error", code, message, Map.of());
    }

    /** As {@link #error}, about what should be at {@code url}. */
    static ModuleException at(String url, String code, String message) {
        return new ModuleException("Error", code, message, Map.of("url", url));
    }

    static ModuleException typeError(String code, String message) {
        return new ModuleException("TypeError", code, message, Map.of());
    }

    static ModuleException syntaxError(String message) {
        return new ModuleException("SyntaxError", "", message, Map.of());
    }

    /** A package whose {@code main} is no file, and that has no index file either. */
    static ModuleException mainNotFound(String main, String packageJson) {
        String message =
                "Cannot find module '" + main + "'. Please verify that the package.json has a valid \"main\" entry";
        return new ModuleException("Error", "MODULE_NOT_FOUND", message, Map.of("path", packageJson));
    }

    /** A file that a package's {@code exports} or {@code imports} name, and that is not there. */
    static ModuleException ofPackage(Path file, Path packageJson) {
        String path = packageJson.toString();
        return new ModuleException(
                "Error", "MODULE_NOT_FOUND", "Cannot find module '" + file + "'", Map.of("path", path));
    }

    String type() {
        return type;
    }

    String code() {
        return code;
    }

    /** Properties of the error beside its code: the {@code path} of a file, the {@code url} of a module. */
    Map<String, String> shown() {
        return shown;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
