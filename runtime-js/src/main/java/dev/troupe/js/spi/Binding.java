package dev.troupe.js.spi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/**
 * Builds what {@code internalBinding(name)} returns: named functions and constants, read-only. A Java failure that a
 * function does not translate itself shows in JS as a plain {@code Error} without any Java name: the realm sees to
 * that.
 */
public final class Binding {
    private final Realm realm;
    private final Map<String, Object> members = new LinkedHashMap<>();

    private Binding(Realm realm) {
        this.realm = realm;
    }

    /** Starts an empty binding of {@code realm}. */
    public static Binding of(Realm realm) {
        return new Binding(realm);
    }

    /** Adds a function; it gets the JS arguments as they are and returns null for {@code undefined}. */
    public Binding function(String name, Function body) {
        members.put(name, executable(realm, name, body));
        return this;
    }

    /** Captures no builder, which would stay in memory with the function. */
    private static ProxyExecutable executable(Realm realm, String name, Function body) {
        return arguments -> {
            try {
                return body.apply(arguments);
            } catch (PolyglotException failure) {
                if (failure.isHostException() || failure.isInternalError()) {
                    throw HostFailure.translate(realm, name, failure);
                }
                throw failure;
            } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError failure) {
                throw HostFailure.translate(realm, name, failure);
            }
        };
    }

    /** Adds a constant. */
    public Binding constant(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** The finished object. */
    public ProxyObject build() {
        return ProxyObject.fromMap(Map.copyOf(members));
    }

    /** One function of a binding. */
    @FunctionalInterface
    public interface Function {
        @Nullable
        Object apply(Value... arguments);
    }
}
