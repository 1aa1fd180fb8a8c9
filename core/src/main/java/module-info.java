/** Actors for any JVM application: the public face, and the SPI that an isolate implements. */
module dev.troupe.core {
    requires java.management;
    requires static jdk.management;
    requires static transitive org.jspecify;

    exports dev.troupe.core;
    exports dev.troupe.core.file;
    exports dev.troupe.core.kv;
    exports dev.troupe.core.spi;

    uses dev.troupe.core.HostProvider;
    uses dev.troupe.core.spi.IsolateFactory;
    uses dev.troupe.core.spi.KvStoreProvider;

    provides dev.troupe.core.HostProvider with
            dev.troupe.core.host.LocalHostProvider;
}
