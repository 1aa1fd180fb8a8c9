package dev.troupe.js;

import dev.troupe.core.spi.ActorRuntime;
import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.Realm;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/**
 * The calls between Java and one realm, with {@code realm.js} on the other side. Owned by one {@link JsIsolate}; loop
 * thread only; it ends with the context.
 *
 * <p>An extension's bootstrap module exports what the realm calls: {@code install()} before any program code;
 * {@code drain()}, which runs the {@code nextTick} queue until it is empty; {@code fatal(error, origin)} and
 * {@code rejection(promise, reason)}, which give true when a listener took it; {@code signal(name)},
 * {@code beforeExit(code)}; {@code exit(code)}, which emits {@code 'exit'} and gives the final code;
 * {@code exitCode()}; {@code context(metadata)}, which gives the frozen {@code ctx}; {@code inspectError(error)}.
 */
final class JsRealm implements Realm {
    private static final Source REALM = BuiltinSources.own("realm.js");

    private final ActorRuntime actor;
    private final Context context;
    private final Outcome outcome;
    private final Value functions;
    private final Value enter;
    private final Value drain;
    private final Value uint8Array;
    private boolean tickScheduled;

    JsRealm(
            ActorRuntime actor,
            Context context,
            BuiltinSources builtins,
            Bindings bindings,
            String bootstrap,
            Outcome outcome) {
        this.actor = actor;
        this.context = context;
        this.outcome = outcome;
        this.functions = context.eval(REALM).execute(hostFunctions(builtins, bindings), bootstrap);
        this.enter = functions.getMember("enter");
        this.drain = functions.getMember("drain");
        this.uint8Array = functions.getMember("uint8Array");
    }

    private ProxyObject hostFunctions(BuiltinSources builtins, Bindings bindings) {
        return Binding.of(this)
                .function("binding", arguments -> binding(bindings, arguments[0].asString()))
                .function("compile", arguments -> compile(builtins, arguments[0].asString()))
                .function("again", arguments -> run(this::tickScheduled))
                .function("fatal", arguments -> run(() -> outcome.uncaught(arguments[0], arguments[1].asBoolean())))
                .function("refuse", arguments -> run(() -> outcome.refused(arguments[0].asString())))
                .function("started", arguments -> run(outcome::started))
                .function("settled", arguments -> run(outcome::settled))
                .build();
    }

    private static @Nullable Object run(Runnable step) {
        step.run();
        return null;
    }

    private Object binding(Bindings bindings, String name) {
        Object made = bindings.make(name, this);
        if (made == null) {
            throw error("Error", "ERR_INVALID_MODULE", "No such binding: " + name);
        }
        return made;
    }

    private @Nullable Object compile(BuiltinSources builtins, String id) {
        Optional<Source> source = builtins.find(id);
        return source.isPresent() ? context.eval(source.get()) : null;
    }

    @Override
    public ActorRuntime actor() {
        return actor;
    }

    @Override
    public Context context() {
        return context;
    }

    @Override
    public void enter(Value function, @Nullable Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = function;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        outermost(enter, all);
    }

    /** Calls one of the functions of {@code realm.js}, outermost. */
    void call(String name, Object... arguments) {
        outermost(functions.getMember(name), arguments);
    }

    /**
     * Asks one of the functions of {@code realm.js} for a value, outermost; empty if the program has ended meanwhile.
     */
    Optional<Value> ask(String name, Object... arguments) {
        try {
            return Optional.of(functions.getMember(name).execute(arguments));
        } catch (PolyglotException failure) {
            outcome.failed(failure);
        } catch (IllegalStateException closed) {
            ignoreIfEnded(closed);
        }
        return Optional.empty();
    }

    /** A function of {@code realm.js} for the loader to keep. */
    Value function(String name) {
        return functions.getMember(name);
    }

    private void outermost(Value function, Object... arguments) {
        if (outcome.ended()) { // a task that was queued before the end
            return;
        }
        try {
            tickScheduled = false;
            function.executeVoid(arguments);
            // microtasks ran when that call returned, and may have scheduled ticks, whose microtasks may schedule more
            while (tickScheduled && !outcome.ended()) {
                tickScheduled = false;
                drain.executeVoid();
            }
        } catch (PolyglotException failure) {
            outcome.failed(failure);
        } catch (IllegalStateException closed) {
            ignoreIfEnded(closed);
        }
    }

    /** A closed context answers every call so. */
    private void ignoreIfEnded(IllegalStateException failure) {
        if (!outcome.ended()) {
            throw failure;
        }
    }

    @Override
    public Value uint8Array(ByteBuffer bytes) {
        return uint8Array.execute(bytes);
    }

    /** A tick waits that the running {@code drain} will not see. */
    void tickScheduled() {
        tickScheduled = true;
    }

    @Override
    public RuntimeException error(String type, String code, String message) {
        return thrown("throwError", type, code, message);
    }

    @Override
    public RuntimeException systemError(String code, String syscall, String path) {
        SystemErrors.Entry entry = SystemErrors.of(code);
        String message = code + ": " + entry.text() + ", " + syscall + (path.isEmpty() ? "" : " '" + path + "'");
        return thrown("throwSystemError", message, -entry.number(), code, syscall, path);
    }

    private RuntimeException thrown(String thrower, Object... arguments) {
        try {
            functions.getMember(thrower).executeVoid(arguments);
        } catch (PolyglotException guest) {
            return guest;
        }
        throw new IllegalStateException(thrower + " did not throw");
    }

    /** Makes a binding for {@code internalBinding(name)}; null if there is none of that name. Loop thread. */
    @FunctionalInterface
    interface Bindings {
        @Nullable
        Object make(String name, Realm realm);
    }

    /** What the realm tells its isolate. Loop thread. */
    interface Outcome {
        /** {@code start(ctx)} was called and did not throw. */
        void started();

        /** {@code start}'s promise is settled. */
        void settled();

        /** The program has no usable entry point; {@code what} is {@code default} or {@code start}. */
        void refused(String what);

        /** Nobody caught {@code error}; a rejection nobody handled if {@code rejection}. */
        void uncaught(Value error, boolean rejection);

        /** The program calls for its end: no code of it runs after this. Never returns in effect. */
        void exit(int code);

        /** Has the program ended, or is it being ended? Any thread. */
        boolean ended();

        /** A call ended other than by a guest error: cancelled, out of resources, or a fault of ours. */
        void failed(PolyglotException failure);
    }
}
