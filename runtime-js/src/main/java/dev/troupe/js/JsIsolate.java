package dev.troupe.js;

import dev.troupe.core.ExitStatus;
import dev.troupe.core.LogStream;
import dev.troupe.core.spi.ActorRuntime;
import dev.troupe.core.spi.Isolate;
import dev.troupe.js.module.RealmModules;
import dev.troupe.js.spi.BindingFactory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * One program in a context of its own, from its load to its exit. Owned by core, which calls it on the actor's loop; {@link #kill} and
 * {@link #close} come from other threads. The first end wins: an exit, a fatal error, a kill; no program code runs after it.
 */
final class JsIsolate implements Isolate, JsRealm.Outcome {
    private final ActorRuntime actor;
    private final JsIsolateFactory.Shared shared;
    private final Map<String, BindingFactory> bindings;
    private final String bootstrap;
    private volatile @Nullable Context context;
    private volatile boolean ended;
    private @Nullable JsRealm realm;
    private boolean startPending;

    JsIsolate(
            ActorRuntime actor,
            JsIsolateFactory.Shared shared,
            Map<String, BindingFactory> extensionBindings,
            String bootstrap) {
        this.actor = actor;
        this.shared = shared;
        this.bootstrap = bootstrap;
        this.bindings = new HashMap<>(extensionBindings);
        bindings.put("realm", realm -> new RealmBinding(this, realm).build());
    }

    @Override
    public void start() {
        RealmModules modules = shared.loader().open(actor);
        Context made = Engines.context(shared.engine(), dev.troupe.core.Limits.defaults(), modules.fileSystem());
        context = made;
        if (ended) { // killed while the context was being made: whoever killed it saw none
            made.close(true);
            return;
        }
        try {
            run(modules, made);
        } catch (PolyglotException failure) {
            failed(failure);
        }
    }

    private void run(RealmModules modules, Context made) {
        bindings.put("modules", realm -> modules.binding(realm));
        JsRealm own = new JsRealm(actor, made, shared.builtins(), bindings, bootstrap, this);
        realm = own;
        own.call("start");
        startPending = true;
        actor.loop().ref();
        own.call("run", modules.mainLoader(own, own.function("requireBuiltin")), Metadata.json(actor.context()));
    }

    @Override
    public void idle() {
        JsRealm own = realm;
        if (ended || own == null) {
            return;
        }
        own.ask("exitCode").ifPresent(code -> own.call("beforeExit", code.asInt()));
        if (!ended && !actor.loop().alive()) {
            exitWithEvent(own, own.ask("exitCode").map(Value::asInt).orElse(0), "");
        }
    }

    private void exitWithEvent(JsRealm own, int code, String message) {
        int finalCode = own.ask("exit", code).map(Value::asInt).orElse(code);
        end(new ExitStatus(finalCode & 0xFF, message));
    }

    @Override
    public void signal(String signal) {
        JsRealm own = realm;
        if (!ended && own != null) {
            own.call("signal", signal);
        }
    }

    /** Ends the program now; called by {@code process.exit} from within it, so the running code is cancelled on the way out. */
    void exit(int code) {
        end(new ExitStatus(code & 0xFF, ""));
    }

    private void end(ExitStatus status) {
        if (ended) {
            return;
        }
        ended = true;
        actor.exit(status);
        Context own = context;
        if (own != null) {
            own.close(true);
        }
    }

    @Override
    public boolean kill() {
        ended = true;
        return Closing.within(actor.limits().kill(), context);
    }

    @Override
    public void close() {
        ended = true;
        Closing.quietly(context);
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
                : "The default export of " + name + " has no function `start`: add `async start(ctx) { … }`, static in a class";
        print(message);
        end(new ExitStatus(1, message));
    }

    @Override
    public void uncaught(Value error, boolean rejection) {
        if (ended) {
            return;
        }
        print(ErrorReport.of(error, realm));
        String summary = ErrorReport.summary(error);
        JsRealm own = realm;
        if (own == null) {
            end(new ExitStatus(1, summary));
        } else {
            exitWithEvent(own, 1, summary);
        }
    }

    @Override
    public void failed(PolyglotException failure) {
        if (ended || failure.isCancelled()) {
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
