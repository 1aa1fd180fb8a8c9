package dev.troupe.node.binding;

import dev.troupe.core.spi.EventLoop;
import dev.troupe.core.spi.ResourceScope;
import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.Bytes;
import dev.troupe.js.spi.Realm;
import dev.troupe.node.bytes.TextEncoding;
import dev.troupe.node.crypto.CryptoFailure;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * How the bindings of cryptography take bytes, give results and report failures, at once or from the pool of blocking
 * calls. Stateless; loop thread, but for the work itself.
 */
final class CryptoCalls {
    private CryptoCalls() {}

    /** A function whose {@link CryptoFailure} becomes the JS error it stands for. */
    static Binding.Function checked(Realm realm, Binding.Function body) {
        return arguments -> {
            try {
                return body.apply(arguments);
            } catch (CryptoFailure failure) {
                throw error(realm, failure);
            }
        };
    }

    /**
     * Registers work under {@code name}, done at once, and under {@code nameLater}, whose last argument is a callback.
     */
    static void job(Binding binding, Realm realm, String name, Function<Value[], Callable<?>> parse) {
        binding.function(name, checked(realm, a -> now(parse.apply(a))));
        binding.function(name + "Later", checked(realm, a -> later(realm, a[a.length - 1], parse.apply(a))));
    }

    private static Object now(Callable<?> work) {
        try {
            return forJs(work.call());
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Object forJs(Object result) {
        return result instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : result;
    }

    /** The bytes of a text's UTF-8 or of a view. */
    static byte[] data(Value value) {
        return value.isString() ? TextEncoding.UTF8.encode(value.asString()) : Bytes.copyOf(value);
    }

    /** As {@link #data}; null and undefined are empty. */
    static Optional<byte[]> optional(Value value) {
        return value.isNull() ? Optional.empty() : Optional.of(data(value));
    }

    /** The bytes of text and encoding, or of a view's buffer, offset and length: three arguments from {@code at}. */
    static byte[] bytes(Value[] a, int at) {
        if (a[at].isString()) {
            return TextEncoding.of(a[at + 1].asInt()).encode(a[at].asString());
        }
        return ByteViews.read(a, at);
    }

    /** Bytes for JS: text if {@code encoding} is a number, else what JS makes a buffer of. */
    static Object result(byte[] bytes, Value encoding) {
        return encoding.isNumber() ? TextEncoding.of(encoding.asInt()).decode(bytes) : ByteBuffer.wrap(bytes);
    }

    /**
     * Does {@code work} on the pool of blocking calls and calls {@code callback(error, result)} on the loop; the actor
     * stays alive meanwhile. {@code result} may be bytes, text, a number, or a handle.
     */
    static @Nullable Object later(Realm realm, Value callback, Callable<?> work) {
        EventLoop loop = realm.actor().loop();
        loop.ref();
        try {
            Interruption interruption = new Interruption();
            ResourceScope.Registration registration = realm.actor().scope().add(interruption);
            realm.actor().blocking().execute(() -> {
                Object outcome = interruption.call(() -> outcome(work));
                registration.release();
                finish(realm, callback, outcome);
            });
        } catch (RejectedExecutionException full) {
            loop.unref();
            throw realm.error("Error", "ERR_LIMIT_EXCEEDED", String.valueOf(full.getMessage()));
        }
        return null;
    }

    private static Object outcome(Callable<?> work) {
        try {
            return forJs(work.call());
        } catch (CryptoFailure failure) {
            return failure;
        } catch (Exception | StackOverflowError | OutOfMemoryError failure) {
            return CryptoFailure.of("ERR_CRYPTO_OPERATION_FAILED", "The operation failed inside the host");
        }
    }

    private static void finish(Realm realm, Value callback, Object outcome) {
        EventLoop loop = realm.actor().loop();
        // not to be shed: Limits.blockingCalls bounds how many there are, and somebody waits for each
        loop.postAlways(() -> {
            loop.unref();
            if (outcome instanceof CryptoFailure failure) {
                realm.enter(callback, guest(realm, failure));
            } else {
                realm.enter(callback, Boolean.FALSE, outcome);
            }
        });
    }

    private static Object guest(Realm realm, CryptoFailure failure) {
        RuntimeException error = error(realm, failure);
        Value guest = error instanceof PolyglotException exception ? exception.getGuestObject() : null;
        return guest == null ? String.valueOf(failure.getMessage()) : guest;
    }

    /** The exception that shows in JS as {@code failure} says. */
    static RuntimeException error(Realm realm, CryptoFailure failure) {
        RuntimeException error = realm.error(failure.type(), failure.code(), String.valueOf(failure.getMessage()));
        if (!failure.library().isEmpty() && error instanceof PolyglotException exception) {
            Value guest = exception.getGuestObject();
            if (guest != null) {
                guest.putMember("library", failure.library());
                guest.putMember("reason", failure.reason());
                guest.removeMember("code"); // Node's order
                guest.putMember("code", failure.code());
            }
        }
        return error;
    }
}
