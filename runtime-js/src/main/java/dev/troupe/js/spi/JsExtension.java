package dev.troupe.js.spi;

import java.util.Map;

/**
 * Adds built-in modules, and the Java below them, to every isolate of a host. Found with
 * {@link java.util.ServiceLoader}; stateless: one instance serves all isolates on all threads.
 */
public interface JsExtension {

    /**
     * The class-path folder of the built-in modules, with a trailing slash, read through this class's loader. The path
     * below it is the specifier: {@code fs/promises.js} is {@code node:fs/promises}; {@code internal/**} can be
     * required by built-ins only.
     */
    String builtinFolder();

    /**
     * The Java below the built-ins: {@code internalBinding(name)} calls the factory once for each isolate, on first
     * use.
     */
    Map<String, BindingFactory> bindings();

    /**
     * The built-in that prepares a new realm, for example {@code internal/bootstrap}; its exports are described in the
     * realm's contract.
     */
    String bootstrap();
}
