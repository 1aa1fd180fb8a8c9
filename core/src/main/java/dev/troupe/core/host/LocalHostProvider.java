package dev.troupe.core.host;

import dev.troupe.core.ActorHost;
import dev.troupe.core.EngineMissingException;
import dev.troupe.core.HostProvider;
import dev.troupe.core.HostSettings;
import dev.troupe.core.spi.IsolateFactory;
import java.util.Optional;
import java.util.ServiceLoader;

/** Opens hosts in this JVM with the engine that is on the class path or module path. Stateless. */
public final class LocalHostProvider implements HostProvider {

    /** For {@link ServiceLoader}. */
    public LocalHostProvider() {}

    @Override
    public ActorHost open(HostSettings settings) {
        IsolateFactory factory = besideCore()
                .or(LocalHostProvider::besideApplication)
                .orElseThrow(
                        () -> new EngineMissingException("Nothing on the class path runs programs: add the dependency"
                                + " dev.troupe:troupe-nodecompat, which brings the engine."));
        return new LocalHost(settings, factory);
    }

    private static Optional<IsolateFactory> besideCore() {
        return ServiceLoader.load(IsolateFactory.class, IsolateFactory.class.getClassLoader())
                .findFirst();
    }

    /** In containers core may lie in a loader above the engine's. */
    private static Optional<IsolateFactory> besideApplication() {
        return ServiceLoader.load(IsolateFactory.class).findFirst();
    }
}
