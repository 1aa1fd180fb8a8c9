package dev.troupe.node.binding;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import dev.troupe.node.bytes.ByteSearch;
import dev.troupe.node.bytes.ForgivingBase64;
import dev.troupe.node.bytes.TextEncoding;
import dev.troupe.node.bytes.Utf8;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.graalvm.polyglot.Value;

/**
 * {@code internalBinding('buffer')}: codecs, comparison and search for {@code Buffer}. Made once for each realm, called
 * on its loop. It holds nothing.
 */
public final class BufferBinding implements BindingFactory {
    /** Up to here bytes are written in place; measured: beyond, one array and one copy cost less than single writes. */
    private static final int IN_PLACE = 64;

    @Override
    public Object create(Realm realm) {
        return Binding.of(realm)
                .constant("maxLength", realm.actor().limits().bufferBytes())
                .constant("maxStringLength", realm.actor().limits().stringLength())
                .function("decode", a -> decode(realm, a))
                .function("isArrayBuffer", a -> a[0].hasBufferElements())
                .function("encode", a -> ByteBuffer.wrap(encoding(a[1]).encode(a[0].asString())))
                .function("byteLength", a -> encoding(a[1]).byteLength(a[0].asString()))
                .function("write", BufferBinding::write)
                .function(
                        "compare",
                        a -> Integer.signum(Arrays.compareUnsigned(ByteViews.read(a, 0), ByteViews.read(a, 3))))
                .function("equals", a -> Arrays.equals(ByteViews.read(a, 0), ByteViews.read(a, 3)))
                .function("indexOf", BufferBinding::indexOf)
                .function("indexOfByte", BufferBinding::indexOfByte)
                .function("filled", a -> filled(length(realm, a[0]), new byte[] {(byte) a[1].asInt()}))
                .function("repeated", a -> filled(length(realm, a[0]), ByteViews.read(a, 1)))
                .function("swap", BufferBinding::swap)
                .function("isUtf8", a -> Utf8.isValid(ByteViews.read(a, 0)))
                .function("isAscii", a -> isAscii(ByteViews.read(a, 0)))
                .function("atob", a -> orFalse(ForgivingBase64.decode(a[0].asString())))
                .function("btoa", a -> orFalse(ForgivingBase64.encode(a[0].asString())))
                .build();
    }

    private static String decode(Realm realm, Value[] a) {
        TextEncoding encoding = encoding(a[3]);
        StringLimit.check(realm, encoding.decodedLengthBound(a[2].asInt()));
        return encoding.decode(ByteViews.read(a, 0));
    }

    private static Object write(Value[] a) {
        byte[] bytes = encoding(a[4]).encode(a[3].asString(), a[2].asInt());
        if (bytes.length > IN_PLACE) {
            return ByteBuffer.wrap(bytes);
        }
        ByteViews.write(a[0], a[1].asInt(), bytes);
        return bytes.length;
    }

    /** Arguments: hay view, needle view, offset, forwards, step. */
    private static int indexOf(Value[] a) {
        byte[] hay = ByteViews.read(a, 0);
        byte[] needle = ByteViews.read(a, 3);
        int from = a[6].asInt();
        int step = a[8].asInt() == 2 ? 2 : 1;
        return a[7].asBoolean() ? ByteSearch.first(hay, needle, from, step) : ByteSearch.last(hay, needle, from, step);
    }

    /** Arguments: view, byte, offset, forwards. */
    private static int indexOfByte(Value[] a) {
        byte[] needle = {(byte) a[3].asInt()};
        byte[] hay = ByteViews.read(a, 0);
        int from = a[4].asInt();
        return a[5].asBoolean() ? ByteSearch.first(hay, needle, from, 1) : ByteSearch.last(hay, needle, from, 1);
    }

    private static int length(Realm realm, Value number) {
        int length = number.asInt();
        if (length < 0 || length > realm.actor().limits().bufferBytes()) {
            throw new IndexOutOfBoundsException("no buffer of " + length + " bytes");
        }
        return length;
    }

    /** The pattern once, then what is there already, doubled: each step is one copy. */
    private static ByteBuffer filled(int length, byte[] pattern) {
        byte[] bytes = Arrays.copyOf(pattern, length);
        for (int done = pattern.length; done > 0 && done < length; done *= 2) {
            System.arraycopy(bytes, 0, bytes, done, Math.min(done, length - done));
        }
        return ByteBuffer.wrap(bytes);
    }

    private static ByteBuffer swap(Value[] a) {
        byte[] bytes = ByteViews.read(a, 0);
        int width = a[3].asInt();
        for (int start = 0; start + width <= bytes.length; start += width) {
            for (int low = start, high = start + width - 1; low < high; low++, high--) {
                byte kept = bytes[low];
                bytes[low] = bytes[high];
                bytes[high] = kept;
            }
        }
        return ByteBuffer.wrap(bytes);
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static TextEncoding encoding(Value number) {
        return TextEncoding.of(number.asInt());
    }

    private static Object orFalse(Optional<String> text) {
        return text.isPresent() ? text.get() : Boolean.FALSE;
    }
}
