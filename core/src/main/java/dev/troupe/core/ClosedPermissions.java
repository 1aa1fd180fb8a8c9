package dev.troupe.core;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** No to every question but those that were opened. A value: any thread, no end. */
record ClosedPermissions(
        List<Path> readable,
        List<Path> writable,
        List<ConnectTarget> allowed,
        List<ConnectTarget> denied,
        boolean connectPublic,
        boolean listenAnywhere,
        boolean maySpawn,
        boolean mayReadHostEnvironment,
        List<String> channels)
        implements Permissions {

    static final Permissions STANDARD = new PermissionsBuilder().build();

    ClosedPermissions {
        readable = List.copyOf(readable);
        writable = List.copyOf(writable);
        allowed = List.copyOf(allowed);
        denied = List.copyOf(denied);
        channels = List.copyOf(channels);
    }

    ClosedPermissions(PermissionsBuilder builder) {
        this(
                builder.readable,
                builder.writable,
                builder.allowed,
                builder.denied,
                builder.connectPublic,
                builder.listenAnywhere,
                builder.spawn,
                builder.hostEnvironment,
                builder.channels);
    }

    @Override
    public Permissions forActor(Optional<Path> code, Optional<Path> storage) {
        if (code.isEmpty() && storage.isEmpty()) {
            return this;
        }
        return new ClosedPermissions(
                Stream.of(readable.stream(), code.stream(), storage.stream())
                        .flatMap(paths -> paths)
                        .toList(),
                Stream.concat(writable.stream(), storage.stream()).toList(),
                allowed,
                denied,
                connectPublic,
                listenAnywhere,
                maySpawn,
                mayReadHostEnvironment,
                channels);
    }

    @Override
    public boolean mayRead(Path path) {
        return within(readable, path);
    }

    @Override
    public boolean mayWrite(Path path) {
        return within(writable, path);
    }

    /**
     * A relative path or one with {@code ..} in it was not resolved: what it means is not known here, so the answer is
     * no.
     */
    private static boolean within(List<Path> roots, Path path) {
        if (!path.isAbsolute() || !path.normalize().equals(path)) {
            return false;
        }
        for (Path root : roots) {
            if (path.startsWith(root)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean mayBroadcast(String channel) {
        return channels.contains(channel);
    }

    @Override
    public boolean mayListen(InetSocketAddress address) {
        return listenAnywhere;
    }

    @Override
    public boolean mayConnect(String hostname, InetSocketAddress address) {
        InetAddress ip = address.getAddress();
        if (ip == null || anyMatches(denied, hostname, ip)) {
            return false;
        }
        if (AddressRanges.isPublic(ip)) {
            return connectPublic || anyMatches(allowed, hostname, ip);
        }
        for (ConnectTarget target : allowed) {
            if (target.covers(ip)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyMatches(List<ConnectTarget> targets, String hostname, InetAddress ip) {
        for (ConnectTarget target : targets) {
            if (target.covers(ip) || target.names(hostname)) {
                return true;
            }
        }
        return false;
    }
}
