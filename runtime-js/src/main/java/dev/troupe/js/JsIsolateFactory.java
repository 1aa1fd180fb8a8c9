package dev.troupe.js;

import dev.troupe.core.EngineDescription;
import dev.troupe.core.spi.ActorRuntime;
import dev.troupe.core.spi.Isolate;
import dev.troupe.core.spi.IsolateFactory;
import dev.troupe.js.module.ModuleLoader;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.JsExtension;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Makes the isolates of one host and owns what they share: the engine, the sources of built-ins, the module loader's
 * caches. Found by core with service loading; any thread after {@link #open}; closing it closes the engine.
 */
public final class JsIsolateFactory implements IsolateFactory {
    private Map<String, BindingFactory> bindings = Map.of();
    private String bootstrap = "";
    private @Nullable Shared shared;

    /** For service loading. */
    public JsIsolateFactory() {}

    @Override
    public void open(Optional<Path> cacheDirectory, Executor blocking) {
        List<JsExtension> extensions = ServiceLoader.load(JsExtension.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        Map<String, BindingFactory> all = new HashMap<>();
        for (JsExtension extension : extensions) {
            all.putAll(extension.bindings());
            bootstrap = extension.bootstrap();
        }
        bindings = Map.copyOf(all);
        BuiltinSources builtins = new BuiltinSources(extensions);
        ModuleLoader loader =
                new ModuleLoader(cacheDirectory, id -> builtins.find(id).isPresent());
        shared = new Shared(Engines.open(), builtins, loader);
    }

    private Shared shared() {
        Shared opened = shared;
        if (opened == null) {
            throw new IllegalStateException("The isolate factory is not open");
        }
        return opened;
    }

    @Override
    public EngineDescription engine() {
        return Engines.describe(shared().engine());
    }

    @Override
    public Isolate create(ActorRuntime runtime) {
        return new JsIsolate(runtime, shared(), bindings, bootstrap);
    }

    @Override
    public void close() {
        Shared opened = shared;
        if (opened != null) {
            opened.close();
        }
    }
}
