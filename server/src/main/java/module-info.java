/** The HTTP API, the gateway and the {@code troupe} command. */
module dev.troupe.server {
    requires dev.troupe.node;
    requires dev.troupe.store;
    requires info.picocli;
    requires java.logging;
    requires java.management;
    requires static org.jspecify;

    // picocli sets the fields of the commands
    opens dev.troupe.server.cli to
            info.picocli;
}
