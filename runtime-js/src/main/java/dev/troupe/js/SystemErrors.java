package dev.troupe.js;

import java.util.Map;

/**
 * The numbers and texts of system errors as libuv gives them on Linux (docs.libuv.org/en/v1.x/errors.html). A table;
 * any thread.
 */
final class SystemErrors {
    private static final Map<String, Entry> TABLE = Map.ofEntries(
            entry("EACCES", 13, "permission denied"),
            entry("EADDRINUSE", 98, "address already in use"),
            entry("EADDRNOTAVAIL", 99, "address not available"),
            entry("EAGAIN", 11, "resource temporarily unavailable"),
            entry("EBADF", 9, "bad file descriptor"),
            entry("EBUSY", 16, "resource busy or locked"),
            entry("ECONNABORTED", 103, "software caused connection abort"),
            entry("ECONNREFUSED", 111, "connection refused"),
            entry("ECONNRESET", 104, "connection reset by peer"),
            entry("EEXIST", 17, "file already exists"),
            entry("EFBIG", 27, "file too large"),
            entry("EHOSTUNREACH", 113, "host is unreachable"),
            entry("EINVAL", 22, "invalid argument"),
            entry("EIO", 5, "i/o error"),
            entry("EISDIR", 21, "illegal operation on a directory"),
            entry("ELOOP", 40, "too many symbolic links encountered"),
            entry("EMFILE", 24, "too many open files"),
            entry("ENAMETOOLONG", 36, "name too long"),
            entry("ENETUNREACH", 101, "network is unreachable"),
            entry("ENOENT", 2, "no such file or directory"),
            entry("ENOMEM", 12, "not enough memory"),
            entry("ENOSPC", 28, "no space left on device"),
            entry("ENOSYS", 38, "function not implemented"),
            entry("ENOTCONN", 107, "socket is not connected"),
            entry("ENOTDIR", 20, "not a directory"),
            entry("ENOTEMPTY", 39, "directory not empty"),
            entry("ENOTFOUND", 3008, "name does not resolve"),
            entry("ENOTSUP", 95, "operation not supported on socket"),
            entry("EPERM", 1, "operation not permitted"),
            entry("EPIPE", 32, "broken pipe"),
            entry("EROFS", 30, "read-only file system"),
            entry("ESRCH", 3, "no such process"),
            entry("ETIMEDOUT", 110, "connection timed out"),
            entry("EXDEV", 18, "cross-device link not permitted"));

    private SystemErrors() {}

    private static Map.Entry<String, Entry> entry(String code, int number, String text) {
        return Map.entry(code, new Entry(number, text));
    }

    static Entry of(String code) {
        Entry entry = TABLE.get(code);
        if (entry == null) {
            throw new IllegalArgumentException("There is no system error " + code + " in the table");
        }
        return entry;
    }

    /**
     * One system error.
     *
     * @param number the positive errno
     * @param text libuv's text
     */
    record Entry(int number, String text) {}
}
