package dev.troupe.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is opened beyond {@link Permissions#standard}, and what is closed. Owned by the caller, one thread;
 * ends with {@link #build}.
 */
public final class PermissionsBuilder {
    final List<Path> readable = new ArrayList<>();
    final List<Path> writable = new ArrayList<>();
    final List<ConnectTarget> allowed = new ArrayList<>();
    final List<ConnectTarget> denied = new ArrayList<>();
    final List<String> channels = new ArrayList<>();
    boolean connectPublic = true;
    boolean listenAnywhere;
    boolean spawn;
    boolean hostEnvironment;

    PermissionsBuilder() {}

    /** Lets files in and below {@code directory} be read. Give it with links resolved. */
    public PermissionsBuilder read(Path directory) {
        readable.add(directory.toAbsolutePath().normalize());
        return this;
    }

    /** Lets files in and below {@code directory} be read, written, made and removed. Give it with links resolved. */
    public PermissionsBuilder write(Path directory) {
        read(directory);
        writable.add(directory.toAbsolutePath().normalize());
        return this;
    }

    /**
     * Lets connections be made to {@code target}: an address ({@code 10.0.0.7}), a range ({@code 10.0.0.0/8},
     * {@code fd00::/8}), {@code localhost}, a host name, or all names below a domain ({@code *.example.com}). A name
     * opens public addresses only, since whoever runs its DNS could point it into your network: open closed ranges by
     * address.
     *
     * @throws IllegalArgumentException if {@code target} is none of these
     */
    public PermissionsBuilder connect(String target) {
        allowed.addAll(ConnectTarget.parse(target));
        return this;
    }

    /** Closes {@code target}, spelled as for {@link #connect}; this wins over everything opened. */
    public PermissionsBuilder denyConnect(String target) {
        denied.addAll(ConnectTarget.parse(target));
        return this;
    }

    /** May every public address be connected to (the default), or only what {@link #connect} names? */
    public PermissionsBuilder connectPublic(boolean open) {
        connectPublic = open;
        return this;
    }

    /** Lets sockets listen at any address, not on declared ports only. */
    public PermissionsBuilder listenAnywhere() {
        listenAnywhere = true;
        return this;
    }

    /** Lets child processes be spawned. They run with all rights of the host process. */
    public PermissionsBuilder spawn() {
        spawn = true;
        return this;
    }

    /** Lets the host's own environment variables be read. */
    public PermissionsBuilder hostEnvironment() {
        hostEnvironment = true;
        return this;
    }

    /** Lets the actor talk to others of its host that may, too, over the {@code BroadcastChannel} of this name. */
    public PermissionsBuilder broadcast(String channel) {
        channels.add(channel);
        return this;
    }

    /** The finished permissions. */
    public Permissions build() {
        return new ClosedPermissions(this);
    }
}
