package dev.troupe.node.binding;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import dev.troupe.node.zlib.CodecFailure;
import dev.troupe.node.zlib.CodecHandle;
import dev.troupe.node.zlib.Codecs;
import dev.troupe.node.zlib.Crc32;
import dev.troupe.node.zlib.Framing;
import dev.troupe.node.zlib.OpenCodec;
import dev.troupe.node.zlib.OpenCodecs;
import dev.troupe.node.zlib.TooManyCodecsException;
import dev.troupe.node.zlib.UnavailableCodecException;
import dev.troupe.node.zlib.ZstdParameters;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.jspecify.annotations.Nullable;

/**
 * {@code internalBinding('zlib')}: compression streams, whose steps run in the blocking pool, or at once for the sync
 * functions. Made once for each realm, called on its loop. The codecs end with their stream and with the actor's scope.
 */
public final class ZlibBinding implements BindingFactory {
    /** The most that one step gives: a program's chunk may be larger, the memory of a step is ours. */
    private static final int STEP = 1 << 20;

    @Override
    public Object create(Realm realm) {
        OpenCodecs codecs = new OpenCodecs();
        realm.actor().scope().add(codecs);
        Steps steps = new Steps(realm);
        Binding binding = Binding.of(realm);
        makers(binding, codecs);
        return binding.function("onStep", a -> {
                    steps.callback = a[0];
                    return null;
                })
                .function("begin", a -> {
                    codec(a[0]).begin(ByteViews.read(a, 1), a[4].asInt());
                    return null;
                })
                .function("step", a -> {
                    steps.later(codec(a[0]), a[1], size(a[2]));
                    return null;
                })
                .function("stepNow", a -> steps.now(codec(a[0]), size(a[1])))
                .function("params", a -> {
                    codec(a[0]).parameters(a[1].asInt(), a[2].asInt());
                    return null;
                })
                .function("reset", a -> {
                    codec(a[0]).reset();
                    return null;
                })
                .function("close", a -> {
                    codec(a[0]).close();
                    return null;
                })
                .function("crc32", a -> (double) Crc32.update(a[3].asLong(), ByteViews.read(a, 0)))
                .build();
    }

    /** Dictionaries come as buffer, offset and length; framings by their ordinal. */
    private static void makers(Binding binding, OpenCodecs codecs) {
        binding.function(
                        "deflate",
                        a -> codecs.handle(Codecs.deflate(
                                framing(a[0]), a[1].asInt(), a[2].asInt(), a[3].asInt(), ByteViews.read(a, 4))))
                .function(
                        "inflate",
                        a -> codecs.handle(Codecs.inflate(framing(a[0]), a[1].asInt(), ByteViews.read(a, 2))))
                .function(
                        "brotliEncoder",
                        a -> codecs.handle(Codecs.brotliEncoder(a[0].asInt(), a[1].asInt(), a[2].asInt())))
                .function("brotliDecoder", a -> codecs.handle(Codecs.brotliDecoder()))
                .function(
                        "zstdEncoder",
                        a -> codecs.handle(Codecs.zstdEncoder(
                                new ZstdParameters(numbers(a[0]), a[1].asLong()), ByteViews.read(a, 2))))
                .function("zstdDecoder", a -> codecs.handle(Codecs.zstdDecoder(a[0].asInt(), ByteViews.read(a, 1))));
    }

    private static Framing framing(Value ordinal) {
        return Framing.values()[ordinal.asInt()];
    }

    /** A flat list of numbers and their values. */
    private static Map<Integer, Integer> numbers(Value pairs) {
        Map<Integer, Integer> numbers = new HashMap<>();
        for (long i = 0; i + 1 < Math.min(pairs.getArraySize(), 64); i += 2) {
            numbers.put(
                    pairs.getArrayElement(i).asInt(),
                    pairs.getArrayElement(i + 1).asInt());
        }
        return numbers;
    }

    private static OpenCodec codec(Value handle) {
        return handle.<CodecHandle>asHostObject().codec();
    }

    private static int size(Value chunk) {
        return Math.max(1, (int) Math.min(STEP, chunk.asDouble()));
    }

    /** Makes steps and tells JS: output, input left, whether there is more; or a failure's code, number and text. */
    private static final class Steps {
        private final Realm realm;
        private @Nullable Value callback;

        Steps(Realm realm) {
            this.realm = realm;
        }

        void later(OpenCodec codec, Value owner, int size) {
            if (!codec.claim()) {
                return;
            }
            realm.actor().loop().ref();
            try {
                realm.actor().blocking().execute(() -> {
                    Object[] outcome = step(codec, size);
                    realm.actor().loop().postAlways(() -> tell(owner, outcome));
                });
            } catch (RejectedExecutionException full) {
                codec.release();
                Object[] outcome = failure("ERR_LIMIT_EXCEEDED", -4, "Too many blocking calls wait already");
                realm.actor().loop().postAlways(() -> tell(owner, outcome));
            }
        }

        private void tell(Value owner, Object[] outcome) {
            realm.actor().loop().unref();
            Value told = callback;
            if (told != null) {
                realm.enter(told, owner, outcome[0], outcome[1], outcome[2], outcome[3], outcome[4], outcome[5]);
            }
        }

        @Nullable
        Object now(OpenCodec codec, int size) {
            if (Thread.currentThread().isInterrupted() || !codec.claim()) {
                return null;
            }
            return ProxyArray.fromArray(step(codec, size));
        }

        private static Object[] step(OpenCodec codec, int size) {
            try {
                OpenCodec.Step step = codec.step(size);
                return new Object[] {step.output(), step.inputLeft(), step.full(), "", 0, ""};
            } catch (CodecFailure failure) {
                return failure(failure.code(), failure.number(), failure.text());
            } catch (UnavailableCodecException missing) {
                return failure("ERR_FEATURE_UNAVAILABLE_ON_PLATFORM", 0, missing.text());
            } catch (TooManyCodecsException many) {
                return failure("ERR_ZLIB_INITIALIZATION_FAILED", -4, many.text());
            } catch (RuntimeException failure) {
                return failure("ERR_ZLIB_INITIALIZATION_FAILED", -2, "Initialization failed");
            }
        }

        private static Object[] failure(String code, int number, String text) {
            return new Object[] {ByteBuffer.allocate(0), 0, false, code, number, text};
        }
    }
}
