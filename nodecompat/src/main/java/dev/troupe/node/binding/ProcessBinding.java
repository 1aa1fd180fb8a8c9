package dev.troupe.node.binding;

import dev.troupe.core.Permissions;
import dev.troupe.core.Usage;
import dev.troupe.core.spi.ActorRuntime;
import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/**
 * {@code internalBinding('process')}: what {@code process} tells of the JVM and of the actor, and the check of a new
 * working directory. Made once for each realm, called on its loop. It holds nothing.
 */
public final class ProcessBinding implements BindingFactory {
    @Override
    public Object create(Realm realm) {
        ActorRuntime actor = realm.actor();
        return Binding.of(realm)
                .constant("arch", arch(System.getProperty("os.arch", "")))
                .function("memory", a -> memory())
                .function("usage", a -> usage(actor.usage()))
                .function("collect", a -> collect(actor))
                .function("maySpawn", a -> actor.permissions().maySpawn())
                .function("directory", a -> directory(realm, a))
                .build();
    }

    static String arch(String name) {
        return switch (name) {
            case "amd64", "x86_64" -> "x64";
            case "aarch64" -> "arm64";
            case "x86", "i386" -> "ia32";
            default -> name;
        };
    }

    /** Of the whole JVM, in bytes: used, reserved, at most. */
    private static ProxyArray memory() {
        Runtime jvm = Runtime.getRuntime();
        return ProxyArray.fromArray(jvm.totalMemory() - jvm.freeMemory(), jvm.totalMemory(), jvm.maxMemory());
    }

    /** Of the actor: microseconds of processor time, bytes allocated. */
    private static ProxyArray usage(Usage usage) {
        return ProxyArray.fromArray(usage.cpu().toNanos() / 1000, usage.allocatedBytes());
    }

    /** A collection stops all actors: only where the host itself gave the flag. */
    private static boolean collect(ActorRuntime actor) {
        String options = " " + actor.environment().getOrDefault("NODE_OPTIONS", "") + " ";
        boolean asked = actor.runtimeArguments().stream().anyMatch(ProcessBinding::exposesCollector)
                || options.contains(" --expose-gc ")
                || options.contains(" --expose_gc ");
        if (asked) {
            System.gc();
        }
        return asked;
    }

    private static boolean exposesCollector(String flag) {
        return flag.equals("--expose-gc") || flag.equals("--expose_gc");
    }

    /** The directory with its links resolved, or a POSIX code: nothing is changed, the realm keeps the path. */
    private static String directory(Realm realm, Value... a) {
        Permissions permissions = realm.actor().permissions();
        Path asked;
        try {
            asked = Path.of(a[0].asString());
        } catch (InvalidPathException impossible) {
            return "ENOENT";
        }
        try {
            Path real = asked.toRealPath();
            if (!permissions.mayRead(real)) {
                return "EACCES";
            }
            return Files.isDirectory(real) ? real.toString() : "ENOTDIR";
        } catch (IOException failure) {
            // what may not be read does not show whether it exists
            return permissions.mayRead(asked.toAbsolutePath().normalize()) ? code(failure) : "EACCES";
        }
    }

    private static String code(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "ENOENT";
        }
        return failure instanceof AccessDeniedException ? "EACCES" : "ENOTDIR";
    }
}
