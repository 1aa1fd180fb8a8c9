package dev.troupe.core;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Yes to every question. One instance, any thread, no end. */
enum TrustedPermissions implements Permissions {
    TRUSTED;

    @Override
    public boolean mayRead(Path path) {
        return true;
    }

    @Override
    public boolean mayWrite(Path path) {
        return true;
    }

    @Override
    public boolean mayListen(InetSocketAddress address) {
        return true;
    }

    @Override
    public boolean mayConnect(String hostname, InetSocketAddress address) {
        return true;
    }

    @Override
    public boolean maySpawn() {
        return true;
    }

    @Override
    public boolean mayReadHostEnvironment() {
        return true;
    }

    @Override
    public boolean mayBroadcast(String channel) {
        return true;
    }

    @Override
    public String toString() {
        return "Permissions.trusted()";
    }
}
