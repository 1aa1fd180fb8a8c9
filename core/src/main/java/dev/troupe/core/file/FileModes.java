package dev.troupe.core.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Permission bits on disk. Stateless; any thread. */
final class FileModes {
    /** The order of the nine bits, from the highest. */
    private static final PosixFilePermission[] BITS = {
        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE,
        PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE
    };

    private FileModes() {}

    /** For a call that makes a file: the system takes the bits of the JVM's umask away. */
    static FileAttribute<?>[] creating(Path path, int mode) {
        if (!isPosix(path)) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < BITS.length; i++) {
            if ((mode & (0400 >> i)) != 0) {
                permissions.add(BITS[i]);
            }
        }
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    /** Gives a file that was just made the bits that the JVM's umask, or the JDK, does not let a making call set. */
    static void restore(Path made, int mode) throws IOException {
        if (isPosix(made) && (mode & 07022) != 0) {
            set(made, mode);
        }
    }

    static void set(Path path, int mode) throws IOException {
        if (isPosix(path)) {
            Files.setAttribute(path, "unix:mode", mode & 07777);
        } else if (!path.toFile().setWritable((mode & 0200) != 0)) {
            throw new FileFailure(Errno.EPERM);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }
}
