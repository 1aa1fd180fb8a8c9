package dev.troupe.core.file;

import dev.troupe.core.spi.ResourceScope;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One open file: what a descriptor number stands for. Any thread; it belongs to the actor's scope until {@link #close}.
 *
 * <p>The JDK has no {@code fstat} and its like: they go by the file's name, as long as the same file stands behind it.
 */
public final class OpenFile implements AutoCloseable {
    /** Up to here bytes go through one buffer of the JDK's, outside the heap, which it keeps for each thread. */
    private static final int CHUNK = 1 << 16;

    private final Path place;
    private final OpenFlags flags;
    private final FileChannel channel;
    private final @Nullable FileChannel reader; // of a file that is also appended to
    private final FileStat opened;
    private ResourceScope.@Nullable Registration registration;

    OpenFile(Path place, OpenFlags flags, FileChannel channel, @Nullable FileChannel reader, FileStat opened) {
        this.place = place;
        this.flags = flags;
        this.channel = channel;
        this.reader = reader;
        this.opened = opened;
    }

    void registered(ResourceScope.Registration entry) {
        registration = entry;
    }

    /** {@code read(2)}, or {@code pread(2)} from {@code position} if it is not negative; 0 at the end. */
    public int read(ByteBuffer target, long position) throws IOException {
        if (!flags.reads()) {
            throw new FileFailure(Errno.EBADF);
        }
        if (opened.isDirectory()) {
            throw new FileFailure(Errno.EISDIR);
        }
        FileChannel from = reader != null ? reader : channel;
        if (position >= 0 && opened.isRegular() && position >= from.size()) { // also beyond what the system can count
            return 0;
        }
        int total = 0;
        while (target.hasRemaining()) {
            ByteBuffer part = target.slice();
            part.limit(Math.min(part.remaining(), CHUNK));
            int count = position < 0 ? from.read(part) : from.read(part, position + total);
            if (count <= 0) {
                break;
            }
            target.position(target.position() + count);
            total += count;
            if (count < CHUNK) { // the end, or a pipe that has no more for now
                break;
            }
        }
        return total;
    }

    /**
     * All bytes from the current position to the end.
     *
     * @throws FileFailure {@code EFBIG} if they are more than {@code limit}
     */
    public ByteBuffer readAll(int limit) throws IOException {
        long left = opened.isRegular() ? Math.max(0, size() - position()) : 0;
        if (left > limit) {
            throw new FileFailure(Errno.EFBIG);
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(limit, left + 1)); // one more, to see the end
        if (left == 0) {
            bytes = ByteBuffer.allocate(Math.min(limit, CHUNK)); // /proc and pipes do not tell their size
        }
        while (read(bytes, -1) > 0) {
            if (!bytes.hasRemaining()) {
                if (bytes.capacity() == limit) {
                    throw new FileFailure(Errno.EFBIG);
                }
                bytes = ByteBuffer.allocate((int) Math.min(limit, bytes.capacity() * 2L))
                        .put(bytes.flip());
            }
        }
        return bytes.flip();
    }

    private long position() throws IOException {
        return (reader != null ? reader : channel).position();
    }

    /** {@code write(2)}, or {@code pwrite(2)} at {@code position} if it is not negative; all bytes. */
    public int write(ByteBuffer source, long position) throws IOException {
        if (!flags.writes()) {
            throw new FileFailure(Errno.EBADF);
        }
        int total = 0;
        while (source.hasRemaining()) {
            ByteBuffer part = source.slice();
            part.limit(Math.min(part.remaining(), CHUNK));
            int count = position < 0 || flags.appends() ? channel.write(part) : channel.write(part, position + total);
            source.position(source.position() + count);
            total += count;
        }
        if (reader != null && position < 0) {
            reader.position(reader.size());
        }
        return total;
    }

    /** {@code fstat(2)}. */
    public FileStat stat() throws IOException {
        if (!channel.isOpen()) {
            throw new FileFailure(Errno.EBADF);
        }
        try {
            FileStat now = FileStat.of(place, LinkOption.NOFOLLOW_LINKS);
            if (now.sameFile(opened)) {
                return now;
            }
        } catch (IOException gone) {
            // it has no name any more
        }
        return opened.unlinked(opened.isRegular() ? channel.size() : opened.size());
    }

    /** The name that still leads to this file, for calls that the JDK has for names only. */
    Path named() throws IOException {
        if (!FileStat.of(place, LinkOption.NOFOLLOW_LINKS).sameFile(opened)) {
            throw new FileFailure(Errno.ENOENT);
        }
        return place;
    }

    /** {@code ftruncate(2)}. */
    public void truncate(long length) throws IOException {
        if (!flags.writes() || length < 0) {
            throw new FileFailure(Errno.EINVAL);
        }
        resize(channel, length);
    }

    /** Cuts, or adds zeros, which the JDK does by a write at the new end. */
    static void resize(FileChannel channel, long length) throws IOException {
        if (length <= channel.size()) {
            channel.truncate(length);
        } else {
            channel.write(ByteBuffer.allocate(1), length - 1);
        }
    }

    /** {@code fsync(2)}, or {@code fdatasync(2)} without {@code metadata}. */
    public void force(boolean metadata) throws IOException {
        channel.force(metadata);
    }

    /** How many bytes it has. */
    public long size() throws IOException {
        return channel.size();
    }

    /** Ends it; idempotent. */
    @Override
    public void close() throws IOException {
        if (registration != null) {
            registration.release();
        }
        try (FileChannel both = reader) {
            channel.close();
        }
    }
}
