package dev.troupe.core.file;

import java.io.IOException;

/** A file call that failed, by its POSIX error: what the actor hears, without a word of the host. A value. */
public final class FileFailure extends IOException {
    private static final long serialVersionUID = 1;

    private final Errno errno;

    /** A failure of {@code errno}. */
    public FileFailure(Errno errno) {
        super(errno.name());
        this.errno = errno;
    }

    /** A failure of {@code errno} that {@code cause} led to. */
    public FileFailure(Errno errno, Throwable cause) {
        super(errno.name(), cause);
        this.errno = errno;
    }

    /** Which error. */
    public Errno errno() {
        return errno;
    }

    /** It answers a program, often many times a second; nobody reads where in Java it arose. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
