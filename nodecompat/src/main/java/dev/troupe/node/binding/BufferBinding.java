package dev.troupe.node.binding;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import dev.troupe.node.bytes.ForgivingBase64;
import dev.troupe.node.bytes.PiecewiseSearch;
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
                .function("compare", ByteViews::compare)
                .function("equals", a -> a[2].asInt() == a[5].asInt() && ByteViews.compare(a) == 0)
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
        return search(a, ByteViews.read(a, 3), a[6].asInt(), a[7].asBoolean(), a[8].asInt() == 2 ? 2 : 1);
    }

    /** Arguments: view, byte, offset, forwards. */
    private static int indexOfByte(Value[] a) {
        return search(a, new byte[] {(byte) a[3].asInt()}, a[4].asInt(), a[5].asBoolean(), 1);
    }

    /** In the view that the first three arguments are. */
    private static int search(Value[] a, byte[] needle, int from, boolean forwards, int step) {
        Value buffer = a[0];
        int offset = a[1].asInt();
        int length = a[2].asInt();
        PiecewiseSearch.Hay hay = (at, size) -> ByteViews.read(buffer, offset + at, size);
        return forwards
                ? PiecewiseSearch.first(hay, length, needle, from, step)
                : PiecewiseSearch.last(hay, length, needle, from, step);
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
