/** One GraalJS context for each actor, and the SPI that adds built-in modules to it. */
module dev.troupe.js {
    requires transitive dev.troupe.core;
    requires transitive org.graalvm.polyglot;
    requires static transitive org.jspecify;
    requires tools.jackson.core;

    exports dev.troupe.js.launch;
    exports dev.troupe.js.spi;

    uses dev.troupe.js.spi.JsExtension;

    provides dev.troupe.core.spi.IsolateFactory with
            dev.troupe.js.JsIsolateFactory;
}
