package dev.troupe.node.binding;

import dev.troupe.core.kv.ActorKv;
import dev.troupe.core.kv.KvEntry;
import dev.troupe.core.kv.KvException;
import dev.troupe.core.kv.KvFormat;
import dev.troupe.core.kv.KvKey;
import dev.troupe.core.kv.KvScan;
import dev.troupe.core.kv.TupleElement;
import dev.troupe.core.kv.TupleEncoding;
import dev.troupe.core.spi.EventLoop;
import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Bytes;
import dev.troupe.js.spi.Realm;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.jspecify.annotations.Nullable;

/**
 * {@code internalBinding('kv')}: the storage below {@code ctx.kv}. A key crosses as an array: a string with one letter
 * for each element's type, then the elements, bigints as hexadecimal text. Each operation's last argument is its
 * callback, {@code (code, message, result)}; code is empty for success. Stateless; each isolate's functions on its own
 * loop, answers posted there.
 */
public final class KvBinding implements BindingFactory {

    @Override
    public Object create(Realm realm) {
        ActorKv kv = realm.actor().kv();
        return Binding.of(realm)
                .function("get", a -> answer(realm, () -> kv.read(keys(a[0])), a[1], found -> entries(realm, found)))
                .function("list", a -> answer(realm, () -> kv.list(scan(a)), a[5], found -> entries(realm, found)))
                .function("put", a -> answer(realm, () -> kv.put(newEntries(a[0])), a[1], nothing -> null))
                .function("delete", a -> answer(realm, () -> kv.delete(keys(a[0])), a[1], nothing -> null))
                .function("deleteAll", a -> answer(realm, kv::deleteAll, a[0], nothing -> null))
                .build();
    }

    /** An operation, asked on the loop. */
    private interface Operation<T> {
        CompletionStage<T> ask();
    }

    private static <T extends @Nullable Object> @Nullable Object answer(
            Realm realm, Operation<T> operation, Value callback, Function<T, @Nullable Object> result) {
        EventLoop loop = realm.actor().loop();
        loop.ref();
        CompletionStage<T> stage;
        try {
            stage = operation.ask();
        } catch (KvException refused) {
            loop.postAlways(() -> fail(realm, callback, refused));
            return null;
        } catch (RuntimeException garbage) {
            loop.unref();
            throw garbage;
        }
        // may not be shed: a program waits for each; their number is bounded by KvLimits.pendingOperations
        stage.whenComplete((value, failure) -> loop.postAlways(() -> {
            if (failure == null) {
                loop.unref();
                realm.enter(callback, "", "", result.apply(value));
            } else {
                fail(realm, callback, failure);
            }
        }));
        return null;
    }

    private static void fail(Realm realm, Value callback, Throwable failure) {
        realm.actor().loop().unref();
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof KvException known) {
            realm.enter(callback, known.kind().name(), String.valueOf(known.getMessage()), null);
        } else {
            System.getLogger(KvBinding.class.getName()).log(System.Logger.Level.WARNING, "The store failed.", cause);
            realm.enter(callback, KvException.Kind.STORE.name(), "The store failed inside the host.", null);
        }
    }

    private static List<KvKey> keys(Value keys) {
        List<KvKey> all = new ArrayList<>();
        for (long at = 0; at < keys.getArraySize(); at++) {
            all.add(key(keys.getArrayElement(at)));
        }
        return all;
    }

    private static KvKey key(Value key) {
        String types = key.getArrayElement(0).asString();
        List<TupleElement> elements = new ArrayList<>();
        for (int at = 0; at < types.length(); at++) {
            elements.add(element(types.charAt(at), key.getArrayElement(at + 1L)));
        }
        return TupleEncoding.encode(elements);
    }

    private static TupleElement element(char type, Value value) {
        return switch (type) {
            case 'z' -> new TupleElement.Null();
            case 't' -> new TupleElement.Bool(value.asBoolean());
            case 'n' -> new TupleElement.Number(value.asDouble());
            case 'i' -> new TupleElement.BigInt(new BigInteger(value.asString(), 16));
            case 's' -> new TupleElement.Text(value.asString());
            case 'b' -> new TupleElement.Bytes(Bytes.copyOf(value));
            default -> throw new IllegalArgumentException("No type of key has the letter " + type);
        };
    }

    private static List<KvEntry> newEntries(Value entries) {
        List<KvEntry> all = new ArrayList<>();
        for (long at = 0; at < entries.getArraySize(); at++) {
            Value entry = entries.getArrayElement(at);
            KvFormat format = KvFormat.of(entry.getArrayElement(1).asInt());
            all.add(new KvEntry(key(entry.getArrayElement(0)), format, Bytes.copyOf(entry.getArrayElement(2))));
        }
        return all;
    }

    /** {@code prefix | start | startAfter}, which of them, {@code end}, reverse, limit; a missing key is null. */
    private static KvScan scan(Value[] a) {
        Optional<KvKey> given = a[0].isNull() ? Optional.empty() : Optional.of(key(a[0]));
        String kind = a[1].asString();
        Optional<KvKey> from = kind.equals("startAfter") ? given.map(KvKey::next) : given;
        Optional<KvKey> to = kind.equals("prefix")
                ? given.map(KvKey::endOfPrefix)
                : a[2].isNull() ? Optional.empty() : Optional.of(key(a[2]));
        return new KvScan(from, to, a[3].asBoolean(), a[4].asInt());
    }

    private static ProxyArray entries(Realm realm, List<KvEntry> found) {
        return ProxyArray.fromList(new ArrayList<>(found.stream()
                .map(entry -> (Object) ProxyArray.fromArray(
                        keyToJs(realm, entry.key()), entry.format().code(), Bytes.toJs(realm, entry.value())))
                .toList()));
    }

    private static ProxyArray keyToJs(Realm realm, KvKey key) {
        StringBuilder types = new StringBuilder();
        List<@Nullable Object> values = new ArrayList<>();
        for (TupleElement element : TupleEncoding.decode(key)) {
            if (element instanceof TupleElement.Null) {
                types.append('z');
                values.add(null);
            } else if (element instanceof TupleElement.Bool bool) {
                types.append('t');
                values.add(bool.value());
            } else if (element instanceof TupleElement.Number number) {
                types.append('n');
                values.add(number.value());
            } else if (element instanceof TupleElement.BigInt bigint) {
                types.append('i');
                values.add(bigint.value().toString(16));
            } else if (element instanceof TupleElement.Text text) {
                types.append('s');
                values.add(text.value());
            } else if (element instanceof TupleElement.Bytes bytes) {
                types.append('b');
                values.add(Bytes.toJs(realm, bytes.value()));
            }
        }
        values.add(0, types.toString());
        return ProxyArray.fromList(values);
    }
}
