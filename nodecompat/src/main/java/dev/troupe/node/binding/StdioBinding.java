package dev.troupe.node.binding;

import dev.troupe.core.LogStream;
import dev.troupe.core.Stdio;
import dev.troupe.core.file.Errno;
import dev.troupe.core.spi.EventLoop;
import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Bytes;
import dev.troupe.js.spi.Realm;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * {@code internalBinding('stdio')}: standard input, one read at a time on the host's blocking pool, and whether a
 * stream is a terminal. Made once for each realm, called on its loop. A read that is under way when the actor ends
 * stays until the host's input gives something, which is then dropped.
 */
public final class StdioBinding implements BindingFactory {
    @Override
    public Object create(Realm realm) {
        Optional<Stdio> streams = realm.actor().stdio();
        Input input = new Input(realm, streams.flatMap(Stdio::input));
        return Binding.of(realm)
                .function("terminal", a -> streams.isPresent() && terminal(streams.get(), a[0].asInt()))
                .function("read", a -> input.read(a[0], a[1].asInt()))
                .function("ref", a -> input.keepAlive(true))
                .function("unref", a -> input.keepAlive(false))
                .build();
    }

    /** The host says nothing of its input alone: it is a terminal if there is one and the output is. */
    private static boolean terminal(Stdio streams, int descriptor) {
        return switch (descriptor) {
            case 0 -> streams.input().isPresent() && streams.terminal(LogStream.STDOUT);
            case 1 -> streams.terminal(LogStream.STDOUT);
            case 2 -> streams.terminal(LogStream.STDERR);
            default -> false;
        };
    }

    /** What a realm reads; loop thread, but for {@link #attempt}. Without a stream it is at its end. */
    private static final class Input {
        private static final int MOST = 1 << 20; // bytes of one read

        private final Realm realm;
        private final Optional<InputStream> stream;
        private boolean underWay;
        private boolean wanted = true;
        private boolean held;

        Input(Realm realm, Optional<InputStream> stream) {
            this.realm = realm;
            this.stream = stream;
        }

        /** Nothing happens while a read is under way: its callback is the one that is called. */
        @Nullable
        Object read(Value callback, int size) {
            if (!underWay) {
                underWay = true;
                hold();
                int length = Math.max(1, Math.min(size, MOST));
                try {
                    realm.actor().blocking().execute(() -> deliver(callback, attempt(length)));
                } catch (RejectedExecutionException full) { // Limits.blockingCalls
                    deliver(callback, Errno.EAGAIN);
                }
            }
            return null;
        }

        private Object attempt(int length) {
            if (stream.isEmpty()) {
                return new byte[0];
            }
            byte[] bytes = new byte[length];
            try {
                int count = stream.get().read(bytes, 0, length);
                return Arrays.copyOf(bytes, Math.max(0, count));
            } catch (IOException | RuntimeException failure) {
                return Errno.of(failure);
            }
        }

        private void deliver(Value callback, Object result) {
            realm.actor().loop().postAlways(() -> finish(callback, result));
        }

        private void finish(Value callback, Object result) {
            underWay = false;
            release();
            if (result instanceof byte[] bytes) {
                realm.enter(callback, bytes.length == 0 ? null : Bytes.toJs(realm, bytes));
            } else if (result instanceof Errno errno) {
                realm.enter(callback, -errno.number());
            }
        }

        /** Whether a read that is under way keeps the program alive. */
        @Nullable
        Object keepAlive(boolean yes) {
            wanted = yes;
            if (underWay && yes) {
                hold();
            } else if (!yes) {
                release();
            }
            return null;
        }

        private void hold() {
            EventLoop loop = realm.actor().loop();
            if (wanted && !held) {
                held = true;
                loop.ref();
            }
        }

        private void release() {
            if (held) {
                held = false;
                realm.actor().loop().unref();
            }
        }
    }
}
