package dev.troupe.js;

import dev.troupe.core.Entry;
import dev.troupe.core.ExitStatus;
import dev.troupe.core.LogStream;
import dev.troupe.core.spi.ActorRuntime;
import dev.troupe.core.spi.Isolate;
import dev.troupe.js.module.RealmModules;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * One program in a context of its own, from its load to its exit. Owned by core, which calls it on the actor's loop;
 * {@link #kill} and {@link #close} come from other threads. The first end wins: an exit, a fatal error, a kill; no
 * program code runs after it.
 */
final class JsIsolate implements Isolate, JsRealm.Outcome {
    private static final Map<String, Integer> SIGNALS = Map.of("SIGHUP", 1, "SIGINT", 2, "SIGQUIT", 3, "SIGTERM", 15);

    private final ActorRuntime actor;
    private final Shared shared;
    private final Map<String, BindingFactory> extensionBindings;
    private final String bootstrap;
    private volatile @Nullable Closing closing;
    private volatile boolean ended;
    private @Nullable JsRealm realm;
    private boolean startPending;
    private boolean exiting;
    private boolean reporting;

    JsIsolate(ActorRuntime actor, Shared shared, Map<String, BindingFactory> extensionBindings, String bootstrap) {
        this.actor = actor;
        this.shared = shared;
        this.bootstrap = bootstrap;
        this.extensionBindings = extensionBindings;
    }

    @Override
    public void start() {
        RealmModules modules = shared.loader().open(actor);
        Context made = Engines.context(shared.engine(), modules.fileSystem());
        Closing end = new Closing(made);
        closing = end;
        if (ended) { // killed while the context was being made: whoever killed it saw none
            end.now();
            return;
        }
        // The context is not entered for all of this: a context that is closed while it is explicitly entered leaves
        // its cancellation behind for
        // the next context of the thread.
        try {
            run(modules, made);
        } catch (PolyglotException failure) {
            failed(failure);
        } catch (IllegalStateException failure) {
            ignoreIfEnded(failure);
        }
    }

    private void run(RealmModules modules, Context made) {
        JsRealm own = new JsRealm(
                actor, made, shared.builtins(), (name, realm) -> binding(modules, name, realm), bootstrap, this);
        realm = own;
        own.call("start");
        startPending = true;
        actor.loop().ref();
        own.call(
                "run",
                modules.mainLoader(own, own.function("requireBuiltin")),
                Metadata.json(actor.context()),
                actor.entry() == Entry.MODULE);
    }

    private @Nullable Object binding(RealmModules modules, String name, Realm realm) {
        return switch (name) {
            case "realm" -> new RealmBinding(this, realm).build();
            case "modules" -> modules.binding(realm);
            case "vm_modules" -> modules.vmBinding(realm);
            default -> {
                BindingFactory factory = extensionBindings.get(name);
                yield factory == null ? null : factory.create(realm);
            }
        };
    }

    /** A closed context answers every call so. */
    private void ignoreIfEnded(IllegalStateException failure) {
        if (!ended) {
            throw failure;
        }
    }

    @Override
    public void idle() {
        JsRealm own = realm;
        if (ended || own == null) {
            return;
        }
        own.call("beforeExit", exitCode(own));
        if (!ended && !actor.loop().alive()) {
            exitWithEvent(own, exitCode(own), "");
        }
    }

    private static int exitCode(JsRealm own) {
        return own.ask("exitCode").filter(Value::fitsInInt).map(Value::asInt).orElse(0);
    }

    private void exitWithEvent(JsRealm own, int code, String message) {
        if (exiting) { // an 'exit' listener has thrown: there is no second 'exit'
            end(new ExitStatus(code & 0xFF, message));
            return;
        }
        exiting = true;
        int finalCode =
                own.ask("exit", code).filter(Value::fitsInInt).map(Value::asInt).orElse(code);
        end(new ExitStatus(finalCode & 0xFF, message));
    }

    @Override
    public void signal(String signal) {
        JsRealm own = realm;
        if (ended || own == null) {
            return;
        }
        boolean heard = own.ask("signal", signal).map(Value::asBoolean).orElse(true);
        if (!heard) { // nodejs.org/api/process.html#signal-events: the default of a signal ends the process, without
            // 'exit'
            end(new ExitStatus(128 + SIGNALS.getOrDefault(signal, 15), "The program ended by " + signal + "."));
        }
    }

    @Override
    public void exit(int code) {
        end(new ExitStatus(code & 0xFF, ""));
    }

    private void end(ExitStatus status) {
        if (ended) {
            return;
        }
        ended = true;
        actor.exit(status);
        Closing own = closing;
        if (own != null) {
            own.now();
        }
    }

    @Override
    public boolean kill() {
        ended = true;
        Closing own = closing;
        return own == null || own.within(actor.limits().kill());
    }

    @Override
    public void close() {
        ended = true;
        Closing own = closing;
        if (own != null) {
            own.now();
        }
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public void started() {
        actor.started();
    }

    @Override
    public void settled() {
        if (startPending) {
            startPending = false;
            actor.loop().unref();
        }
    }

    @Override
    public void refused(String what) {
        String name = actor.script().name();
        String message = what.equals("default")
                ? name + " has no default export: add `export default { async start(ctx) { … } }`"
                : "The default export of " + name
                        + " has no function `start`: add `async start(ctx) { … }`, static in a class";
        print(message);
        end(new ExitStatus(1, message));
    }

    @Override
    public void uncaught(Value error, boolean rejection) {
        if (ended) {
            return;
        }
        // the report asks the realm; if that fails as well, this is called again and must not ask again
        JsRealm own = reporting ? null : realm;
        reporting = true;
        print(ErrorReport.of(error, own));
        String summary = ErrorReport.summary(error);
        if (ended) {
            return;
        }
        if (own == null) {
            end(new ExitStatus(1, summary));
        } else {
            exitWithEvent(own, 1, summary);
        }
    }

    @Override
    public void failed(PolyglotException failure) {
        if (ended || failure.isCancelled() || failure.isInterrupted()) { // a kill; core knows
            return;
        }
        if (failure.isGuestException() && failure.getGuestObject() != null && !failure.isResourceExhausted()) {
            uncaught(failure.getGuestObject(), false);
            return;
        }
        String message = failure.isResourceExhausted()
                ? "The program used up a resource of the engine: " + failure.getMessage()
                : "The engine failed: " + failure.getMessage();
        System.getLogger(JsIsolate.class.getName()).log(System.Logger.Level.WARNING, message, failure);
        print(message);
        end(new ExitStatus(1, message));
    }

    private void print(String text) {
        actor.write(LogStream.STDERR, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
