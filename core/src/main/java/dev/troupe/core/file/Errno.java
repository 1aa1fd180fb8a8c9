package dev.troupe.core.file;

import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.util.Map;

/**
 * The POSIX errors of file calls with their Linux numbers. The JDK names a few of them by class; the others show in the
 * text that the system gives, which is read here and nowhere else; where those texts are not English, they are
 * {@link #EIO}. Values; any thread.
 */
public enum Errno {
    EPERM(1),
    ENOENT(2),
    EIO(5),
    ENXIO(6),
    EBADF(9),
    EAGAIN(11),
    ENOMEM(12),
    EACCES(13),
    EBUSY(16),
    EEXIST(17),
    EXDEV(18),
    ENOTDIR(20),
    EISDIR(21),
    EINVAL(22),
    EMFILE(24),
    ETXTBSY(26),
    EFBIG(27),
    ENOSPC(28),
    ESPIPE(29),
    EROFS(30),
    EMLINK(31),
    EPIPE(32),
    ENAMETOOLONG(36),
    ENOTEMPTY(39),
    ELOOP(40),
    ENOTSUP(95),
    ECANCELED(125);

    private static final Map<String, Errno> TEXTS = Map.ofEntries(
            Map.entry("Operation not permitted", EPERM),
            Map.entry("No such file or directory", ENOENT),
            Map.entry("Input/output error", EIO),
            Map.entry("No such device or address", ENXIO),
            Map.entry("Bad file descriptor", EBADF),
            Map.entry("Resource temporarily unavailable", EAGAIN),
            Map.entry("Permission denied", EACCES),
            Map.entry("Device or resource busy", EBUSY),
            Map.entry("File exists", EEXIST),
            Map.entry("Invalid cross-device link", EXDEV),
            Map.entry("Not a directory", ENOTDIR),
            Map.entry("Is a directory", EISDIR),
            Map.entry("Invalid argument", EINVAL),
            Map.entry("Too many open files", EMFILE),
            Map.entry("Text file busy", ETXTBSY),
            Map.entry("File too large", EFBIG),
            Map.entry("No space left on device", ENOSPC),
            Map.entry("Illegal seek", ESPIPE),
            Map.entry("Read-only file system", EROFS),
            Map.entry("Too many links", EMLINK),
            Map.entry("Broken pipe", EPIPE),
            Map.entry("File name too long", ENAMETOOLONG),
            Map.entry("Directory not empty", ENOTEMPTY),
            Map.entry("Too many levels of symbolic links", ELOOP),
            Map.entry("Operation not supported", ENOTSUP));

    private final int number;

    Errno(int number) {
        this.number = number;
    }

    /** The positive number of Linux. */
    public int number() {
        return number;
    }

    /** Which error it was; what nothing tells is {@link #EIO}. */
    public static Errno of(Throwable failure) {
        if (failure instanceof FileFailure known) {
            return known.errno();
        }
        if (failure instanceof CharacterCodingException || failure instanceof IllegalArgumentException) {
            return EINVAL;
        }
        if (failure instanceof UnsupportedOperationException) {
            return ENOTSUP;
        }
        if (failure instanceof java.nio.channels.ClosedChannelException) {
            return EBADF;
        }
        return failure instanceof FileSystemException named ? ofNamed(named) : ofText(failure.getMessage());
    }

    private static Errno ofNamed(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return ENOENT;
        }
        if (failure instanceof FileAlreadyExistsException) {
            return EEXIST;
        }
        if (failure instanceof AccessDeniedException) {
            return EACCES;
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return ENOTEMPTY;
        }
        if (failure instanceof NotDirectoryException) {
            return ENOTDIR;
        }
        if (failure instanceof NotLinkException) {
            return EINVAL;
        }
        return failure instanceof FileSystemLoopException ? ELOOP : ofText(failure.getReason());
    }

    private static Errno ofText(@org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            return EIO;
        }
        Errno exact = TEXTS.get(text);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, Errno> known : TEXTS.entrySet()) {
            if (text.startsWith(known.getKey())) {
                return known.getValue();
            }
        }
        return EIO;
    }
}
