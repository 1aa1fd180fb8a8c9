package dev.troupe.node.binding;

import dev.troupe.core.spi.EventLoop;
import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.Realm;
import dev.troupe.node.bytes.TextEncoding;
import dev.troupe.node.crypto.CryptoFailure;
import java.nio.ByteBuffer;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
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
            realm.actor().blocking().execute(() -> finish(realm, callback, outcome(work)));
        } catch (RejectedExecutionException full) {
            loop.unref();
            throw realm.error("Error", "ERR_LIMIT_EXCEEDED", String.valueOf(full.getMessage()));
        }
        return null;
    }

    private static Object outcome(Callable<?> work) {
        try {
            Object result = work.call();
            return result instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : result;
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
