package dev.troupe.core;

import java.util.OptionalInt;

/**
 * A port that an actor declares: the program finds its number in {@code process.env.PORT_<NAME>}.
 *
 * @param name 1 to 16 characters of {@code a-z 0-9 - _}, starting with a letter
 * @param protocol what is spoken on it
 * @param routing how it is reached
 * @param number the fixed number to bind, 1 to 65535; empty means the host picks a free one
 * @param open whether the gateway lets everybody come; else it asks for the host's token or a signed URL. A port of the
 *     host's own is as open as the address that it is bound to, and this says nothing of it
 */
public record PortSpec(String name, Protocol protocol, Routing routing, OptionalInt number, boolean open) {

    private static final java.util.regex.Pattern NAME = java.util.regex.Pattern.compile("[a-z][a-z0-9_-]{0,15}");

    public PortSpec {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Port name \"" + name
                    + "\" is not valid: use 1 to 16 of a-z, 0-9, '-' and '_', starting with a letter.");
        }
        if (number.isPresent() && (number.getAsInt() < 1 || number.getAsInt() > 65_535)) {
            throw new IllegalArgumentException("Port number " + number.getAsInt() + " of \"" + name
                    + "\" is out of range: use 1 to 65535, or none for a free one.");
        }
    }

    /** A port that is not open. */
    public PortSpec(String name, Protocol protocol, Routing routing, OptionalInt number) {
        this(name, protocol, routing, number, false);
    }

    /** A host-routed port with a number that the host picks. */
    public static PortSpec of(String name, Protocol protocol) {
        return new PortSpec(name, protocol, Routing.HOST, OptionalInt.empty());
    }

    /** An HTTP port that is reached through the gateway, by who brings the host's token or a signed URL. */
    public static PortSpec guarded(String name) {
        return new PortSpec(name, Protocol.HTTP, Routing.GUARD, OptionalInt.empty());
    }

    /** The same port, which the gateway lets everybody come to. */
    public PortSpec opened() {
        return new PortSpec(name, protocol, routing, number, true);
    }

    /** The environment variable that tells the program the number, for example {@code PORT_HTTP}. */
    public String environmentName() {
        return "PORT_" + name.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }
}
