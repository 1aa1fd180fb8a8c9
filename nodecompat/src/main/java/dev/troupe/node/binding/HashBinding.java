package dev.troupe.node.binding;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import dev.troupe.node.crypto.Digests;
import dev.troupe.node.crypto.HashState;
import dev.troupe.node.crypto.Hmac;
import dev.troupe.node.crypto.Randomness;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.jspecify.annotations.Nullable;

/**
 * {@code internalBinding('hash')}: random bytes, hashes, HMAC and comparison in constant time; JS holds the states as
 * handles. Made once for each realm, called on its loop. It holds nothing.
 */
public final class HashBinding implements BindingFactory {
    @Override
    public Object create(Realm realm) {
        Binding binding = Binding.of(realm);
        random(binding, realm);
        binding.function("hashes", a -> ProxyArray.fromList(new ArrayList<Object>(Digests.names())))
                .function("length", a -> Digests.require(a[0].asString()).getDigestLength())
                .function("known", a -> Digests.canonical(a[0].asString()).orElse(""))
                .function("hash", CryptoCalls.checked(realm, a -> HashState.of(a[0].asString(), a[1].asInt())))
                .function("copy", CryptoCalls.checked(realm, a -> hash(a).copy(a[1].asInt())))
                .function("update", HashBinding::update)
                .function("digest", a -> CryptoCalls.result(hash(a).finish(), a[1]))
                .function("once", CryptoCalls.checked(realm, HashBinding::once))
                .function("digestLater", a -> digestLater(realm, a))
                .function("hmac", CryptoCalls.checked(realm, a -> Hmac.of(a[0].asString(), CryptoCalls.data(a[1]))))
                .function("hmacUpdate", HashBinding::hmacUpdate)
                .function("hmacDigest", a -> CryptoCalls.result(hmac(a).finish(), a[1]))
                .function("equal", a -> MessageDigest.isEqual(CryptoCalls.bytes(a, 0), CryptoCalls.bytes(a, 3)));
        CryptoCalls.job(binding, realm, "mac", a -> {
            Hmac mac = Hmac.of(a[0].asString(), CryptoCalls.data(a[1]));
            byte[] message = CryptoCalls.data(a[2]);
            return () -> mac.of(message);
        });
        return binding.build();
    }

    private static void random(Binding binding, Realm realm) {
        binding.function("uuid", a -> Randomness.uuid())
                .function("random", a -> ByteBuffer.wrap(Randomness.bytes(length(realm, a[0]))))
                .function("randomBelow", a -> (double) Randomness.below(a[0].asLong()))
                .function("randomLater", a -> {
                    int length = length(realm, a[0]);
                    return CryptoCalls.later(realm, a[1], () -> Randomness.bytes(length));
                });
    }

    private static int length(Realm realm, Value number) {
        int length = number.asInt();
        if (length < 0 || length > realm.actor().limits().bufferBytes()) {
            throw realm.error("RangeError", "ERR_OUT_OF_RANGE", "More random bytes than Limits.bufferBytes");
        }
        return length;
    }

    private static @Nullable Object update(Value[] a) {
        hash(a).update(CryptoCalls.bytes(a, 1));
        return null;
    }

    private static @Nullable Object hmacUpdate(Value[] a) {
        hmac(a).update(CryptoCalls.bytes(a, 1));
        return null;
    }

    /** Arguments: name, output encoding, the input's three. */
    private static Object once(Value[] a) {
        HashState state = HashState.of(a[0].asString(), -1);
        state.update(CryptoCalls.bytes(a, 2));
        return CryptoCalls.result(state.finish(), a[1]);
    }

    /** Arguments: name, callback, the input's three. */
    private static @Nullable Object digestLater(Realm realm, Value[] a) {
        String name = a[0].asString();
        byte[] input = CryptoCalls.bytes(a, 2);
        return CryptoCalls.later(realm, a[1], () -> Digests.require(name).digest(input));
    }

    private static HashState hash(Value[] a) {
        return a[0].asHostObject();
    }

    private static Hmac hmac(Value[] a) {
        return a[0].asHostObject();
    }
}
