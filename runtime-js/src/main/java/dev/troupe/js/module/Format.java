package dev.troupe.js.module;

/** What a module's source is (nodejs.org/api/esm.html#loaders: format). */
enum Format {
    MODULE,
    COMMONJS,
    JSON,
    BUILTIN
}
