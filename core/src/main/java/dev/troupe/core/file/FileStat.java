package dev.troupe.core.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What {@code stat(2)} tells, as far as the JDK hands it on. A value.
 *
 * @param dev device
 * @param mode type and permission bits
 * @param nlink hard links
 * @param uid owner
 * @param gid group
 * @param rdev device that a special file stands for
 * @param ino inode
 * @param size bytes
 * @param atime last access, nanoseconds since 1970
 * @param mtime last change of content, nanoseconds since 1970
 * @param ctime last change of this record, nanoseconds since 1970
 * @param birthtime creation, nanoseconds since 1970; the last change of content where the JDK does not know
 */
public record FileStat(
        long dev,
        int mode,
        long nlink,
        long uid,
        long gid,
        long rdev,
        long ino,
        long size,
        long atime,
        long mtime,
        long ctime,
        long birthtime) {
    private static final int S_IFMT = 0170000;
    private static final int S_IFDIR = 0040000;
    private static final int S_IFREG = 0100000;
    private static final int S_IFLNK = 0120000;
    private static final int S_IFCHR = 0020000;
    private static final int S_IFBLK = 0060000;
    private static final int S_IFIFO = 0010000;
    private static final int S_IFSOCK = 0140000;

    /** The block that a file system is said to work in: the JDK does not tell {@code st_blksize}. */
    public static final int BLOCK = 4096;

    /** Reads it. */
    static FileStat of(Path path, LinkOption... links) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return ofBasic(Files.readAttributes(path, BasicFileAttributes.class, links));
        }
        Map<String, Object> map = Files.readAttributes(path, "unix:*", links);
        return new FileStat(
                number(map, "dev"),
                (int) number(map, "mode"),
                number(map, "nlink"),
                number(map, "uid"),
                number(map, "gid"),
                number(map, "rdev"),
                number(map, "ino"),
                number(map, "size"),
                time(map, "lastAccessTime"),
                time(map, "lastModifiedTime"),
                time(map, "ctime"),
                time(map, "creationTime"));
    }

    private static FileStat ofBasic(BasicFileAttributes basic) {
        int type = basic.isDirectory() ? S_IFDIR | 0777 : basic.isSymbolicLink() ? S_IFLNK | 0777 : S_IFREG | 0666;
        long modified = nanos(basic.lastModifiedTime());
        return new FileStat(
                0,
                type,
                1,
                0,
                0,
                0,
                0,
                basic.size(),
                nanos(basic.lastAccessTime()),
                modified,
                modified,
                nanos(basic.creationTime()));
    }

    private static long number(Map<String, Object> map, String name) {
        return map.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static long time(Map<String, Object> map, String name) {
        return map.get(name) instanceof FileTime time ? nanos(time) : 0;
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    /** 512-byte blocks, as if the file had no holes: the JDK does not tell {@code st_blocks}. */
    public long blocks() {
        return isDirectory() || isRegular() ? (size + BLOCK - 1) / BLOCK * (BLOCK / 512) : 0;
    }

    /** What it is, as libuv numbers the types of directory entries ({@code UV_DIRENT_*}). */
    public int kind() {
        return switch (mode & S_IFMT) {
            case S_IFREG -> 1;
            case S_IFDIR -> 2;
            case S_IFLNK -> 3;
            case S_IFIFO -> 4;
            case S_IFSOCK -> 5;
            case S_IFCHR -> 6;
            case S_IFBLK -> 7;
            default -> 0;
        };
    }

    boolean isDirectory() {
        return (mode & S_IFMT) == S_IFDIR;
    }

    boolean isRegular() {
        return (mode & S_IFMT) == S_IFREG;
    }

    /** Would opening it wait for somebody at the other end? */
    boolean isPipe() {
        return (mode & S_IFMT) == S_IFIFO || (mode & S_IFMT) == S_IFSOCK;
    }

    /** The same file, whatever its name is now? */
    boolean sameFile(FileStat other) {
        return ino == other.ino && dev == other.dev;
    }

    /** The file as it is when no name leads to it any more. */
    FileStat unlinked(long sizeNow) {
        return new FileStat(dev, mode, 0, uid, gid, rdev, ino, sizeNow, atime, mtime, ctime, birthtime);
    }
}
