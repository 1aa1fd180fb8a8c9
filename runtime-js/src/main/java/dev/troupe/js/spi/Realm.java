package dev.troupe.js.spi;

import dev.troupe.core.spi.ActorRuntime;
import java.nio.ByteBuffer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * One isolate as its bindings see it. {@code Value}s belong to it and stay on its loop; a binding that works elsewhere
 * keeps them and posts back with {@code actor().loop().post(() -> realm.enter(callback, …))}.
 */
public interface Realm {

    /** What core gave to this isolate: loop, scope, permissions, limits, ports, log, meter. Any thread. */
    ActorRuntime actor();

    /** The polyglot context. Loop thread. */
    Context context();

    /**
     * Calls {@code function(...arguments)} as Node calls a callback from its loop: afterwards {@code nextTick} queue
     * and microtasks run until both are empty; what it throws becomes {@code 'uncaughtException'}, or ends the actor
     * with code 1. Never throws. Loop thread, outermost: not from within a call that JS made.
     */
    void enter(Value function, @Nullable Object... arguments);

    /**
     * A guest exception for a binding to throw: JS sees a plain {@code Error} of its own realm.
     *
     * @param type the constructor: {@code Error}, {@code TypeError}, {@code RangeError}, {@code SyntaxError}
     * @param code Node's code, for example {@code ERR_INVALID_URL}; shown as {@code error.code}
     * @param message the message
     */
    RuntimeException error(String type, String code, String message);

    /**
     * A guest exception for a failed system call, with Node's shape: {@code message = "<code>: <text>, <syscall>
     * '<path>'"} and fields {@code errno}, {@code code}, {@code syscall}, {@code path} or {@code address}/{@code port}
     * as given.
     *
     * @param code POSIX name, for example {@code ENOENT}
     * @param syscall for example {@code open}
     * @param path the path concerned, or empty
     */
    RuntimeException systemError(String code, String syscall, String path);

    /**
     * See {@link Bytes#toJs}: a new {@code Uint8Array} with a copy of all of {@code bytes}, which starts at 0. Loop
     * thread.
     */
    Value uint8Array(ByteBuffer bytes);
}
