package dev.troupe.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@link Permissions} as lines of text, so that a host can keep them with a durable actor. Stateless, any thread;
 * permissions of an application's own class cannot be written down.
 */
public final class PermissionText {
    private static final String TRUSTED = "trusted";

    private PermissionText() {}

    /** The lines that {@link #read} understands; empty if {@code permissions} are of an unknown class. */
    public static Optional<List<String>> write(Permissions permissions) {
        if (permissions == TrustedPermissions.TRUSTED) {
            return Optional.of(List.of(TRUSTED));
        }
        if (!(permissions instanceof ClosedPermissions closed)) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        closed.readable().forEach(path -> lines.add("read " + path));
        closed.writable().forEach(path -> lines.add("write " + path));
        closed.allowed().forEach(target -> lines.add("connect " + spelled(target)));
        closed.denied().forEach(target -> lines.add("deny " + spelled(target)));
        flag(lines, "connect-public-closed", !closed.connectPublic());
        flag(lines, "listen-anywhere", closed.listenAnywhere());
        flag(lines, "spawn", closed.maySpawn());
        flag(lines, "host-environment", closed.mayReadHostEnvironment());
        return Optional.of(List.copyOf(lines));
    }

    private static void flag(List<String> lines, String word, boolean said) {
        if (said) {
            lines.add(word);
        }
    }

    private static String spelled(ConnectTarget target) {
        if (target instanceof ConnectTarget.Name name) {
            return (name.below() ? "*." : "") + name.name();
        }
        AddressRange range = ((ConnectTarget.Range) target).range();
        return range.base().getHostAddress() + "/" + range.prefix();
    }

    /**
     * The permissions that {@link #write} wrote.
     *
     * @throws IllegalArgumentException if a line is unknown: closing less than was asked for is no answer
     */
    public static Permissions read(List<String> lines) {
        if (lines.equals(List.of(TRUSTED))) {
            return Permissions.trusted();
        }
        PermissionsBuilder builder = Permissions.builder();
        for (String line : lines) {
            read(line, builder);
        }
        return builder.build();
    }

    private static void read(String line, PermissionsBuilder builder) {
        int space = line.indexOf(' ');
        String word = space < 0 ? line : line.substring(0, space);
        String rest = space < 0 ? "" : line.substring(space + 1);
        switch (word) {
            case "read" -> builder.readable.add(Path.of(rest));
            case "write" -> builder.writable.add(Path.of(rest));
            case "connect" -> builder.connect(rest);
            case "deny" -> builder.denyConnect(rest);
            case "connect-public-closed" -> builder.connectPublic(false);
            case "listen-anywhere" -> builder.listenAnywhere();
            case "spawn" -> builder.spawn();
            case "host-environment" -> builder.hostEnvironment();
            default -> throw new IllegalArgumentException("\"" + line + "\" is no line of permissions.");
        }
    }
}
