package dev.troupe.node.binding;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.cipher.CipherStream;
import dev.troupe.node.crypto.cipher.Ciphers;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * {@code internalBinding('cipher')}: symmetric ciphers, whose streams JS holds as handles. Made once for each realm,
 * called on its loop. It holds nothing.
 */
public final class CipherBinding implements BindingFactory {
    @Override
    public Object create(Realm realm) {
        Binding binding = Binding.of(realm);
        binding.function("open", a -> open(a))
                .function(
                        "update",
                        CryptoCalls.checked(
                                realm, a -> ByteBuffer.wrap(stream(a).update(CryptoCalls.bytes(a, 1)))))
                .function(
                        "finish",
                        CryptoCalls.checked(
                                realm, a -> ByteBuffer.wrap(stream(a).finish(a[1].asBoolean()))))
                .function("authenticate", CryptoCalls.checked(realm, CipherBinding::authenticate))
                .function(
                        "tag",
                        CryptoCalls.checked(
                                realm,
                                a -> ByteBuffer.wrap(Arrays.copyOf(stream(a).tag(), a[1].asInt()))))
                .function("expect", CryptoCalls.checked(realm, CipherBinding::expect));
        CryptoCalls.job(binding, realm, "whole", CipherBinding::whole);
        return binding.build();
    }

    /** Arguments: algorithm, mode, encipher?, key, IV, tag length. */
    private static CipherStream open(Value[] a) {
        return Ciphers.open(
                a[0].asString(),
                a[1].asString(),
                a[2].asBoolean(),
                CryptoCalls.data(a[3]),
                CryptoCalls.data(a[4]),
                a[5].asInt());
    }

    private static @Nullable Object authenticate(Value[] a) {
        stream(a).authenticate(CryptoCalls.data(a[1]));
        return null;
    }

    private static @Nullable Object expect(Value[] a) {
        stream(a).expect(CryptoCalls.data(a[1]));
        return null;
    }

    /** A whole message; the tag stands at its end. Arguments: those of {@code open}, authenticated data, input. */
    private static Callable<?> whole(Value[] a) {
        CipherStream stream = open(a);
        boolean encrypt = a[2].asBoolean();
        int tagLength = a[5].asInt();
        byte[] data = CryptoCalls.data(a[6]);
        byte[] input = CryptoCalls.data(a[7]);
        return () -> whole(stream, encrypt, tagLength, data, input);
    }

    private static byte[] whole(CipherStream stream, boolean encrypt, int tagLength, byte[] data, byte[] input) {
        int end = input.length;
        if (tagLength > 0) {
            if (data.length > 0) {
                stream.authenticate(data);
            }
            if (!encrypt) {
                end -= tagLength;
                if (end < 0) {
                    throw CryptoFailure.of("ERR_CRYPTO_INVALID_TAG_LENGTH", "The provided data is too small");
                }
                stream.expect(Arrays.copyOfRange(input, end, input.length));
            }
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream(input.length + 32);
        output.writeBytes(stream.update(end == input.length ? input : Arrays.copyOf(input, end)));
        output.writeBytes(stream.finish(true));
        if (tagLength > 0 && encrypt) {
            output.writeBytes(Arrays.copyOf(stream.tag(), tagLength));
        }
        return output.toByteArray();
    }

    private static CipherStream stream(Value[] a) {
        return a[0].asHostObject();
    }
}
