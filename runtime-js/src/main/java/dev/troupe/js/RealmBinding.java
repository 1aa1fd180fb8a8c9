package dev.troupe.js;

import dev.troupe.core.LogStream;
import dev.troupe.core.spi.ActorRuntime;
import dev.troupe.core.spi.EventLoop;
import dev.troupe.js.module.NodeFlags;
import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.Bytes;
import dev.troupe.js.spi.Realm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/**
 * {@code internalBinding('realm')}: what every program needs of its host: the log, the environment it was given, the
 * end of the program, and the loop's clock, wake-up, check phase and references. Owned by one isolate, on its loop; it
 * ends with the context.
 */
final class RealmBinding {
    private final JsRealm.Outcome outcome;
    private final JsRealm realm;
    private final ActorRuntime actor;
    private final EventLoop loop;
    private EventLoop.@Nullable Timer timer;
    private boolean timerReferenced = true;
    private @Nullable Value onTimer;
    private @Nullable Value onCheck;
    private boolean checkAsked;
    private boolean again;

    RealmBinding(JsRealm.Outcome outcome, Realm realm) {
        this.outcome = outcome;
        this.realm = (JsRealm) realm;
        this.actor = realm.actor();
        this.loop = actor.loop();
    }

    ProxyObject build() {
        Binding binding = Binding.of(realm)
                .function("tickScheduled", arguments -> run(realm::tickScheduled))
                .function("exit", arguments -> run(() -> outcome.exit(arguments[0].asInt())))
                .function("fatal", arguments -> run(() -> outcome.uncaught(arguments[0], arguments[1].asBoolean())))
                .function("write", this::write)
                .function("writeBytes", this::writeBytes)
                .function("env", arguments -> JsonText.of(actor.environment()))
                .function("argv", arguments -> JsonText.of(actor.arguments()))
                .function("flags", arguments -> JsonText.of(NodeFlags.of(actor)))
                .function("execArgv", arguments -> JsonText.of(actor.runtimeArguments()))
                .function(
                        "cwd",
                        arguments -> actor.directory().map(Path::toString).orElse(null))
                .function("scriptPath", arguments -> actor.script().name())
                .function(
                        "engineVersion",
                        arguments -> Engines.version(realm.context().getEngine()))
                .function(
                        "heapUsed",
                        arguments -> Runtime.getRuntime().totalMemory()
                                - Runtime.getRuntime().freeMemory())
                .function("hrtime", arguments -> System.nanoTime());
        return loopFunctions(binding).build();
    }

    private Binding loopFunctions(Binding binding) {
        return binding.function("now", arguments -> loop.nowMillis())
                .function("updateNow", arguments -> run(loop::updateNow))
                .function("again", arguments -> run(() -> again = true))
                .function("onTimer", arguments -> run(() -> onTimer = arguments[0]))
                .function("setTimer", arguments -> run(() -> setTimer(arguments[0].asDouble())))
                .function("refTimer", arguments -> run(() -> refTimer(arguments[0].asBoolean())))
                .function("onCheck", arguments -> run(() -> onCheck = arguments[0]))
                .function("check", arguments -> run(this::check))
                .function("alive", arguments -> loop.alive())
                .function("ref", arguments -> run(loop::ref))
                .function("unref", arguments -> run(loop::unref))
                .function("post", arguments -> loop.post(() -> realm.enter(arguments[0])))
                .function("timerLimit", arguments -> actor.limits().timers());
    }

    private static @Nullable Object run(Runnable step) {
        step.run();
        return null;
    }

    private @Nullable Object write(Value... arguments) {
        LogStream stream = arguments[0].asInt() == 2 ? LogStream.STDERR : LogStream.STDOUT;
        byte[] text = arguments[1].asString().getBytes(StandardCharsets.UTF_8);
        actor.write(stream, text);
        return null;
    }

    private @Nullable Object writeBytes(Value... arguments) {
        actor.write(arguments[0].asInt() == 2 ? LogStream.STDERR : LogStream.STDOUT, Bytes.copyOf(arguments[1]));
        return null;
    }

    /** One wake-up for all timers of the realm: it keeps them in order itself. */
    private void setTimer(double millis) {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        if (millis >= 0) {
            timer = loop.schedule(Duration.ofMillis((long) millis), this::fireTimer);
            refTimer(timerReferenced);
        }
    }

    private void refTimer(boolean referenced) {
        timerReferenced = referenced;
        if (timer != null && referenced) {
            timer.ref();
        } else if (timer != null) {
            timer.unref();
        }
    }

    private void fireTimer() {
        timer = null;
        if (onTimer != null) {
            enterEach(onTimer);
        }
    }

    private void check() {
        if (!checkAsked) {
            checkAsked = true;
            loop.check(() -> {
                checkAsked = false;
                if (onCheck != null) {
                    enterEach(onCheck);
                }
            });
        }
    }

    /**
     * One call for each due callback: microtasks run when the outermost call returns, and Node runs them after each
     * timer and immediate.
     */
    private void enterEach(Value callback) {
        do {
            again = false;
            realm.enter(callback);
        } while (again);
    }
}
