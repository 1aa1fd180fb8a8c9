package dev.troupe.node.binding;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import dev.troupe.node.bytes.ChunkDecoder;
import dev.troupe.node.bytes.EncodingLabels;
import dev.troupe.node.bytes.StreamDecoder;
import dev.troupe.node.bytes.TextEncoding;
import dev.troupe.node.bytes.Utf8;
import java.nio.charset.CharacterCodingException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/**
 * {@code internalBinding('encoding')}: decoders for {@code TextDecoder} and {@code StringDecoder}, which JS holds as
 * handles. Made once for each realm, called on its loop. It holds nothing.
 */
public final class EncodingBinding implements BindingFactory {
    @Override
    public Object create(Realm realm) {
        return Binding.of(realm)
                .function("labelName", a -> EncodingLabels.name(a[0].asString()).orElse(""))
                .function("textDecoder", a -> new StreamDecoder(a[0].asString(), a[1].asBoolean(), a[2].asBoolean()))
                .function("decode", a -> decode(realm, a))
                .function("chunkDecoder", a -> new ChunkDecoder(TextEncoding.of(a[0].asInt())))
                .function("write", a -> write(realm, a))
                .function("end", a -> chunks(a[0]).end())
                .function("pending", a -> pending(chunks(a[0])))
                .function("unitsRead", a -> Utf8.unitsRead(a[0].asString(), a[1].asInt()))
                .build();
    }

    /** Text, or false if the input is malformed and the decoder is fatal. */
    private static Object decode(Realm realm, Value[] a) {
        StreamDecoder decoder = a[0].asHostObject();
        StringLimit.check(realm, a[3].asInt() / 2);
        try {
            return decoder.decode(ByteViews.read(a, 1), a[4].asBoolean());
        } catch (CharacterCodingException malformed) {
            return Boolean.FALSE;
        }
    }

    private static String write(Realm realm, Value[] a) {
        ChunkDecoder decoder = chunks(a[0]);
        StringLimit.check(realm, decoder.decodedLengthBound(a[3].asInt()));
        return decoder.write(ByteViews.read(a, 1));
    }

    private static ChunkDecoder chunks(Value handle) {
        return handle.asHostObject();
    }

    private static ProxyArray pending(ChunkDecoder decoder) {
        byte[] bytes = decoder.pending();
        Object[] values = new Object[bytes.length + 1];
        values[0] = decoder.total();
        for (int i = 0; i < bytes.length; i++) {
            values[i + 1] = bytes[i] & 0xff;
        }
        return ProxyArray.fromArray(values);
    }
}
