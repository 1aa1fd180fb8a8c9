package dev.troupe.node.binding;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import dev.troupe.node.machine.Machine;

/**
 * {@code internalBinding('os')}: what a program may know of the machine. Made once for each realm, called on its loop;
 * it holds nothing.
 */
public final class OsBinding implements BindingFactory {
    @Override
    public Object create(Realm realm) {
        return Binding.of(realm)
                .function("hostname", a -> Machine.hostname())
                .function("kernel", a -> Machine.kernel())
                .function("memory", a -> Machine.totalMemory() + " " + Machine.freeMemory())
                .function("processors", a -> Runtime.getRuntime().availableProcessors())
                .function("cpus", a -> String.join("\n", Machine.cpus()))
                .function("load", a -> Machine.load())
                .function("uptime", a -> Machine.uptime())
                .function("interfaces", a -> String.join("\n", Machine.interfaces()))
                .function("home", a -> System.getProperty("user.home", "/"))
                .function("user", a -> System.getProperty("user.name", "unknown"))
                .build();
    }
}
