package dev.troupe.node.binding;

import dev.troupe.core.file.Errno;
import dev.troupe.core.file.FileStat;
import dev.troupe.core.spi.EventLoop;
import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.Bytes;
import dev.troupe.js.spi.Realm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.RejectedExecutionException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * Runs file calls for one realm: at once on its loop, or on the host's blocking pool with the answer posted back. Owned
 * by its binding; loop thread, but for {@link #attempt}; it holds only the count of what is under way.
 */
final class FileCalls {
    private final Realm realm;
    private final Binding binding;
    private final int bound;
    private int underWay;

    FileCalls(Realm realm, Binding binding) {
        this.realm = realm;
        this.binding = binding;
        this.bound = realm.actor().limits().blockingCalls();
    }

    /** Adds a function; {@code prepare} reads the arguments, the callback in front included, on the loop. */
    void add(String name, Prepare prepare) {
        binding.function(name, arguments -> {
            Call call = prepare.call(arguments);
            if (arguments[0].isNull()) {
                return answer(attempt(call));
            }
            submit(arguments[0], call);
            return null;
        });
    }

    private void submit(Value callback, Call call) {
        EventLoop loop = realm.actor().loop();
        loop.ref();
        try {
            if (underWay >= bound) {
                throw new RejectedExecutionException();
            }
            realm.actor().blocking().execute(() -> deliver(callback, attempt(call)));
            underWay++;
        } catch (RejectedExecutionException full) { // Limits.blockingCalls
            loop.postAlways(() -> finish(callback, Errno.EAGAIN));
            underWay++;
        }
    }

    /** The number under way bounds what this can queue. */
    private void deliver(Value callback, @Nullable Object result) {
        realm.actor().loop().postAlways(() -> finish(callback, result));
    }

    private void finish(Value callback, @Nullable Object result) {
        underWay--;
        realm.actor().loop().unref();
        realm.enter(callback, answer(result));
    }

    private static @Nullable Object attempt(Call call) {
        try {
            return call.run();
        } catch (IOException | RuntimeException failure) {
            return Errno.of(failure);
        } catch (OutOfMemoryError | StackOverflowError tooMuch) { // too long a file, too deep a path
            return Errno.ENOMEM;
        }
    }

    /** What JS gets: numbers and text as they are, bytes and records of numbers as a {@code Uint8Array}. */
    private @Nullable Object answer(@Nullable Object result) {
        if (result instanceof Errno errno) {
            return -errno.number();
        }
        if (result instanceof Long number) {
            return (double) number;
        }
        if (result instanceof byte[] bytes) {
            return Bytes.toJs(realm, bytes);
        }
        return result instanceof ByteBuffer bytes ? Bytes.toJs(realm, bytes) : result;
    }

    /**
     * The fields of {@code Stats} in its order, as doubles with times in milliseconds, or as 64-bit integers in
     * nanoseconds.
     */
    static ByteBuffer stat(FileStat stat, boolean exact) {
        long[] fields = {
            stat.dev(),
            stat.mode(),
            stat.nlink(),
            stat.uid(),
            stat.gid(),
            stat.rdev(),
            FileStat.BLOCK,
            stat.ino(),
            stat.size(),
            stat.blocks()
        };
        long[] times = {stat.atime(), stat.mtime(), stat.ctime(), stat.birthtime()};
        ByteBuffer bytes =
                ByteBuffer.allocate(8 * (fields.length + times.length)).order(ByteOrder.nativeOrder());
        for (long field : fields) {
            put(bytes, exact, field, (double) field);
        }
        for (long time : times) {
            put(
                    bytes,
                    exact,
                    time,
                    Math.floorDiv(time, 1_000_000_000L) * 1e3 + Math.floorMod(time, 1_000_000_000L) / 1e6);
        }
        return bytes.flip();
    }

    private static void put(ByteBuffer bytes, boolean exact, long whole, double rounded) {
        if (exact) {
            bytes.putLong(whole);
        } else {
            bytes.putDouble(rounded);
        }
    }

    /** Reads arguments on the loop, for work anywhere. */
    @FunctionalInterface
    interface Prepare {
        Call call(Value[] arguments);
    }

    /** Work that may block. Any thread; no {@code Value} in it. */
    @FunctionalInterface
    interface Call {
        @Nullable
        Object run() throws IOException;
    }
}
