package dev.troupe.core.host;

import dev.troupe.core.DataDirectoryException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One host's hold on its data directory: a lock that the system gives back when the process dies, however it dies.
 * Owned by the host; any thread; it ends with {@link #close}.
 */
final class HostLock implements AutoCloseable {
    private final FileChannel channel;

    private HostLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes {@code directory}, which is made if missing. */
    static HostLock take(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(
                    directory.resolve("host.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new DataDirectoryException("Another host uses the data directory " + directory
                        + ": close it, or give this one another directory.");
            }
            return new HostLock(channel);
        } catch (IOException failure) {
            throw new DataDirectoryException(
                    "The data directory " + directory + " cannot be used: " + failure + ".", failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new DataDirectoryException("The lock of the data directory could not be given back.", failure);
        }
    }
}
