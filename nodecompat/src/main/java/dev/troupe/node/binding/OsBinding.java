package dev.troupe.node.binding;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import dev.troupe.node.machine.Machine;

/**
 * {@code internalBinding('os')}: what a program may know of the machine. Its names, addresses and owner are the host's
 * own affair: they are told to those who may read the host's environment, and to others something that fits any
 * machine. Made once for each realm, called on its loop; it holds nothing.
 */
public final class OsBinding implements BindingFactory {
    @Override
    public Object create(Realm realm) {
        boolean open = realm.actor().permissions().mayReadHostEnvironment();
        return Binding.of(realm)
                .function("hostname", a -> open ? Machine.hostname() : "localhost")
                .function("kernel", a -> Machine.kernel())
                .function("memory", a -> Machine.totalMemory() + " " + Machine.freeMemory())
                .function("processors", a -> Runtime.getRuntime().availableProcessors())
                .function("cpus", a -> String.join("\n", Machine.cpus()))
                .function("load", a -> Machine.load())
                .function("uptime", a -> Machine.uptime())
                .function("interfaces", a -> open ? String.join("\n", Machine.interfaces()) : "")
                .function("home", a -> open ? System.getProperty("user.home", "/") : "/")
                .function("user", a -> open ? System.getProperty("user.name", "unknown") : "actor")
                .build();
    }
}
