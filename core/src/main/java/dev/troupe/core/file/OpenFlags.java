package dev.troupe.core.file;

import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * The flags of {@code open(2)}, with Linux's numbers. A value.
 *
 * @param bits their sum
 */
public record OpenFlags(int bits) {
    private static final int O_ACCMODE = 3;
    private static final int O_WRONLY = 1;
    private static final int O_RDWR = 2;
    private static final int O_CREAT = 0100;
    private static final int O_EXCL = 0200;
    private static final int O_TRUNC = 01000;
    private static final int O_APPEND = 02000;
    private static final int O_DSYNC = 010000;
    private static final int O_DIRECTORY = 0200000;
    private static final int O_NOFOLLOW = 0400000;
    private static final int O_SYNC = 04010000;

    boolean reads() {
        return (bits & O_ACCMODE) == 0 || (bits & O_ACCMODE) == O_RDWR;
    }

    boolean writes() {
        return (bits & O_ACCMODE) == O_WRONLY || (bits & O_ACCMODE) == O_RDWR;
    }

    boolean creates() {
        return (bits & O_CREAT) != 0;
    }

    /** Fails if there is such a name, whatever it is. */
    boolean exclusive() {
        return creates() && (bits & O_EXCL) != 0;
    }

    boolean truncates() {
        return (bits & O_TRUNC) != 0;
    }

    boolean appends() {
        return (bits & O_APPEND) != 0 && writes();
    }

    boolean directory() {
        return (bits & O_DIRECTORY) != 0;
    }

    boolean follows() {
        return (bits & O_NOFOLLOW) == 0 && !exclusive();
    }

    /** Does opening change anything? */
    boolean changes() {
        return writes() || creates() || truncates();
    }

    /** For a file that is there. */
    Set<OpenOption> options(boolean followLinks) {
        Set<OpenOption> options = new HashSet<>();
        if (appends()) {
            options.add(
                    StandardOpenOption.APPEND); // the JDK wants it without READ: OpenFile reads through another channel
        } else {
            if (reads()) {
                options.add(StandardOpenOption.READ);
            }
            if (writes()) {
                options.add(StandardOpenOption.WRITE);
            }
        }
        if ((bits & O_SYNC) == O_SYNC) {
            options.add(StandardOpenOption.SYNC);
        } else if ((bits & O_DSYNC) != 0) {
            options.add(StandardOpenOption.DSYNC);
        }
        if (!followLinks) {
            options.add(LinkOption.NOFOLLOW_LINKS);
        }
        return options;
    }
}
