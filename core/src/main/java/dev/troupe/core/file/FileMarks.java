package dev.troupe.core.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/**
 * The calls that change what a file says about itself: mode, owner, times. One for each start of an actor; any thread;
 * it holds nothing.
 */
public final class FileMarks {
    private static final long UNCHANGED = 0xffff_ffffL;

    private final FileGate gate;

    FileMarks(FileGate gate) {
        this.gate = gate;
    }

    /** {@code chmod(2)}. */
    public void mode(Path path, int mode) throws IOException {
        gate.write(path, place -> {
            FileModes.set(place, mode);
            return place;
        });
    }

    /** {@code chown(2)}, or {@code lchown(2)} without {@code follow}; −1 as an unsigned number leaves one as it is. */
    public void owner(Path path, long user, long group, boolean follow) throws IOException {
        change(path, follow, place -> own(place, user, group, links(follow)));
    }

    /** {@code utimensat(2)}: nanoseconds since 1970. */
    public void times(Path path, long access, long modified, boolean follow) throws IOException {
        change(path, follow, place -> touch(place, access, modified, links(follow)));
    }

    static Path own(Path place, long user, long group, LinkOption... links) throws IOException {
        FileStat.of(place, links);
        if (user != UNCHANGED) {
            Files.setAttribute(place, "unix:uid", (int) user, links);
        }
        if (group != UNCHANGED) {
            Files.setAttribute(place, "unix:gid", (int) group, links);
        }
        return place;
    }

    static Path touch(Path place, long access, long modified, LinkOption... links) throws IOException {
        BasicFileAttributeView view = Files.getFileAttributeView(place, BasicFileAttributeView.class, links);
        view.setTimes(time(modified), time(access), null);
        return place;
    }

    private static LinkOption[] links(boolean follow) {
        return follow ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    }

    private static FileTime time(long nanos) {
        return FileTime.from(nanos, TimeUnit.NANOSECONDS);
    }

    private void change(Path path, boolean follow, FileGate.Work<Path> work) throws IOException {
        if (follow) {
            gate.write(path, work);
        } else {
            gate.writeName(path, work);
        }
    }
}
