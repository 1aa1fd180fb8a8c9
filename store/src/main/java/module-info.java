/** Durable storage for actors. */
module dev.troupe.store {
    requires transitive dev.troupe.core;
    requires static org.jspecify;
}
