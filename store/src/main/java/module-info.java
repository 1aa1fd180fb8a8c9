/** Durable storage for actors. */
module dev.troupe.store {
    requires transitive dev.troupe.core;
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires static org.jspecify;

    provides dev.troupe.core.spi.KvStoreProvider with
            dev.troupe.store.SqliteKvStoreProvider;
}
