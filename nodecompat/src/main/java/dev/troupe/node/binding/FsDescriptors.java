package dev.troupe.node.binding;

import static dev.troupe.core.file.PathText.parse;

import dev.troupe.core.file.Errno;
import dev.troupe.core.file.FileFailure;
import dev.troupe.core.file.FileTable;
import dev.troupe.core.file.OpenFile;
import dev.troupe.core.file.OpenFlags;
import dev.troupe.node.bytes.TextEncoding;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.graalvm.polyglot.Value;

/**
 * The functions of {@code internalBinding('fs')} that take descriptors, and those that open, work and close in one
 * call. Stateless; they are made on the loop.
 */
final class FsDescriptors {
    private static final int STANDARD_INPUT = 0;

    private FsDescriptors() {}

    static void add(FileCalls calls, FileTable table, StandardInput input, int limit) {
        calls.add("open", a -> {
            String path = FsPaths.text(a, 1);
            OpenFlags flags = new OpenFlags(a[2].asInt());
            int mode = a[3].asInt();
            return () -> table.open(parse(path), flags, mode);
        });
        calls.add("close", a -> {
            int fd = a[1].asInt();
            return FsPaths.nothing(() -> table.close(fd));
        });
        calls.add("fstat", a -> {
            int fd = a[1].asInt();
            boolean exact = a[2].asBoolean();
            return () -> FileCalls.stat(table.file(fd).stat(), exact);
        });
        reads(calls, table, input, limit);
        bytes(calls, table);
        marks(calls, table);
        whole(calls, table, input, limit);
    }

    private static void reads(FileCalls calls, FileTable table, StandardInput input, int limit) {
        calls.add("read", a -> {
            int fd = a[1].asInt();
            int length = Math.min(a[2].asInt(), limit);
            long position = position(a[3]);
            return () -> {
                if (fd == STANDARD_INPUT) {
                    return input.read(length);
                }
                ByteBuffer target = ByteBuffer.allocate(length);
                table.file(fd).read(target, position);
                return target.flip();
            };
        });
    }

    private static void bytes(FileCalls calls, FileTable table) {
        calls.add("write", a -> {
            int fd = a[1].asInt();
            byte[] bytes = ByteViews.read(a, 2);
            long position = position(a[5]);
            return () -> table.file(fd).write(ByteBuffer.wrap(bytes), position);
        });
        calls.add("ftruncate", a -> {
            int fd = a[1].asInt();
            long length = (long) a[2].asDouble();
            return FsPaths.nothing(() -> table.file(fd).truncate(length));
        });
        calls.add("fsync", a -> {
            int fd = a[1].asInt();
            boolean metadata = a[2].asBoolean();
            return FsPaths.nothing(() -> table.file(fd).force(metadata));
        });
    }

    private static long position(Value value) {
        return value.isNull() ? -1 : (long) value.asDouble();
    }

    private static void marks(FileCalls calls, FileTable table) {
        calls.add("fchmod", a -> {
            int fd = a[1].asInt();
            int mode = a[2].asInt();
            return FsPaths.nothing(() -> table.mode(fd, mode));
        });
        calls.add("fchown", a -> {
            int fd = a[1].asInt();
            long user = a[2].asLong();
            long group = a[3].asLong();
            return FsPaths.nothing(() -> table.owner(fd, user, group));
        });
        calls.add("futimes", a -> {
            int fd = a[1].asInt();
            long access = FsPaths.nanos(a[2]);
            long modified = FsPaths.nanos(a[3]);
            return FsPaths.nothing(() -> table.times(fd, access, modified));
        });
    }

    private static void whole(FileCalls calls, FileTable table, StandardInput input, int limit) {
        calls.add("readFile", a -> {
            String path = FsPaths.text(a, 1);
            OpenFlags flags = new OpenFlags(a[2].asInt());
            int mode = a[3].asInt();
            boolean utf8 = a[4].asBoolean();
            return () -> {
                try (OpenFile file = table.openFile(parse(path), flags, mode)) {
                    return content(file.readAll(limit), utf8, limit);
                }
            };
        });
        calls.add("readAll", a -> {
            int fd = a[1].asInt();
            boolean utf8 = a[2].asBoolean();
            return () -> {
                ByteBuffer bytes = fd == STANDARD_INPUT
                        ? input.readAll(limit)
                        : table.file(fd).readAll(limit);
                return content(bytes, utf8, limit);
            };
        });
        calls.add("writeFile", a -> {
            String path = FsPaths.text(a, 1);
            OpenFlags flags = new OpenFlags(a[2].asInt());
            int mode = a[3].asInt();
            byte[] bytes = ByteViews.read(a, 4);
            return FsPaths.nothing(() -> {
                try (OpenFile file = table.openFile(parse(path), flags, mode)) {
                    file.write(ByteBuffer.wrap(bytes), -1);
                }
            });
        });
    }

    private static Object content(ByteBuffer bytes, boolean utf8, int limit) throws IOException {
        if (!utf8) {
            return bytes;
        }
        byte[] exact = new byte[bytes.remaining()];
        bytes.get(exact);
        if (TextEncoding.UTF8.decodedLengthBound(exact.length) > limit) {
            throw new FileFailure(Errno.EFBIG);
        }
        return TextEncoding.UTF8.decode(exact);
    }
}
