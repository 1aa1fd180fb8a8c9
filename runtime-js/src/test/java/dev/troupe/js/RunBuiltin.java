package dev.troupe.js;

import dev.troupe.core.ExitStatus;
import dev.troupe.core.LogStream;
import dev.troupe.core.Script;
import dev.troupe.js.module.ModuleLoader;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.JsExtension;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Runs one file in an isolate without a host, for work on built-ins: the class path says where they lie. Ends with the
 * exit code of the program.
 */
public final class RunBuiltin {

    private RunBuiltin() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path file = Path.of(arguments[0]);
        TestActor actor = new TestActor(Script.file(file), List.of(arguments).subList(1, arguments.length));
        actor.echo(
                (stream, text) -> (stream == LogStream.STDOUT ? System.out : System.err).write(text, 0, text.length));
        List<JsExtension> found = ServiceLoader.load(JsExtension.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        List<JsExtension> extensions = found.isEmpty() ? List.of(new FoldersOnly()) : found;
        ExitStatus status = run(actor, extensions);
        System.out.flush();
        System.exit(status.code());
    }

    static ExitStatus run(TestActor actor, List<JsExtension> extensions) throws InterruptedException {
        Map<String, BindingFactory> bindings = new HashMap<>();
        String bootstrap = "";
        BuiltinSources builtins = new BuiltinSources(extensions);
        for (JsExtension extension : extensions) {
            bindings.putAll(extension.bindings());
            bootstrap = builtins.find(extension.bootstrap()).isPresent() ? extension.bootstrap() : bootstrap;
        }
        Shared shared = shared(builtins);
        try {
            JsIsolate isolate = new JsIsolate(actor, shared, bindings, bootstrap);
            isolate.start();
            actor.loop().run(() -> actor.exit() != null, isolate::idle);
            isolate.close();
        } finally {
            shared.close();
        }
        ExitStatus status = actor.exit();
        return status == null ? ExitStatus.SUCCESS : status;
    }

    static Shared shared(BuiltinSources builtins) {
        return new Shared(Engines.open(), builtins, new ModuleLoader(Optional.empty(), id -> builtins.find(id)
                .isPresent()));
    }

    /** Built-ins without Java below them. */
    static final class FoldersOnly implements JsExtension {
        @Override
        public String builtinFolder() {
            return "META-INF/troupe/node/";
        }

        @Override
        public Map<String, BindingFactory> bindings() {
            return Map.of();
        }

        @Override
        public String bootstrap() {
            return "internal/bootstrap";
        }
    }
}
