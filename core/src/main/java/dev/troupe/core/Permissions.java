package dev.troupe.core;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an actor may touch: questions that are asked before every access, in Java, never in the program's realm. Pure
 * and thread-safe. A module file of the program's own is not a question: the loader confines those reads itself.
 */
public interface Permissions {

    /** May the file or directory at {@code path} (absolute, links resolved) be read? */
    boolean mayRead(Path path);

    /** May the file or directory at {@code path} (absolute, links resolved) be written, made or removed? */
    boolean mayWrite(Path path);

    /** May a socket listen at {@code address}, which is not one of the declared ports? */
    boolean mayListen(InetSocketAddress address);

    /** May a connection be made to {@code address} (resolved), asked for as {@code hostname}? */
    boolean mayConnect(String hostname, InetSocketAddress address);

    /** May a child process be spawned? */
    boolean maySpawn();

    /** May the host's own environment variables be read, beside those given to the actor? */
    boolean mayReadHostEnvironment();

    /**
     * May the actor talk to other actors of its host over the {@code BroadcastChannel} of this name? Both sides are
     * asked. If not, the channel joins those within the actor only.
     */
    default boolean mayBroadcast(String channel) {
        return false;
    }

    /**
     * These permissions for one actor. The host asks once for each start and gives the answer to the isolate.
     *
     * @param code the directory of the program's file, links resolved; empty if it has none
     * @param storage the actor's own data folder, links resolved; empty if the host keeps none
     */
    default Permissions forActor(Optional<Path> code, Optional<Path> storage) {
        return this;
    }

    /**
     * Closed but for what a well-behaved server needs. It may: read its program's directory, read and write its own
     * data folder, listen on its declared ports, connect to public addresses. It may not: touch other files, listen
     * elsewhere, connect to loopback, private, link-local, multicast or metadata addresses, spawn processes, see the
     * host's environment, talk to other actors over broadcast channels.
     */
    static Permissions standard() {
        return ClosedPermissions.STANDARD;
    }

    /** Everything, as the host process itself. For programs that you would run with {@code node}. */
    static Permissions trusted() {
        return TrustedPermissions.TRUSTED;
    }

    /** Starts from {@link #standard} and opens, or closes, single things. */
    static PermissionsBuilder builder() {
        return new PermissionsBuilder();
    }
}
