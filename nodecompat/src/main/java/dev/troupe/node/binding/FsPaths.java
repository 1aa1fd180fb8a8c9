package dev.troupe.node.binding;

import static dev.troupe.core.file.PathText.parse;

import dev.troupe.core.file.ActorFiles;
import dev.troupe.core.file.FileChanges;
import dev.troupe.core.file.FileMarks;
import dev.troupe.core.file.FileQueries;
import dev.troupe.core.file.FileStat;
import dev.troupe.core.file.FileSystemStat;
import dev.troupe.core.file.PathText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** The functions of {@code internalBinding('fs')} that take paths. Stateless; they are made on the loop. */
final class FsPaths {
    private FsPaths() {}

    static void add(FileCalls calls, ActorFiles files) {
        queries(calls, files.queries());
        changes(calls, files.changes());
        marks(calls, files.attributes());
    }

    private static void queries(FileCalls calls, FileQueries queries) {
        calls.add("stat", a -> stat(queries, text(a, 1), a[2].asBoolean(), a[3].asBoolean()));
        calls.add("access", a -> {
            String path = text(a, 1);
            int mode = a[2].asInt();
            return nothing(() -> queries.access(parse(path), mode));
        });
        calls.add("readdir", a -> {
            String path = text(a, 1);
            boolean typed = a[2].asBoolean();
            return () -> joined(typed ? queries.typedNames(parse(path)) : queries.names(parse(path)));
        });
        calls.add("readdirTree", a -> {
            String path = text(a, 1);
            return () -> joined(queries.tree(parse(path)));
        });
        calls.add("readlink", a -> {
            String path = text(a, 1);
            return () -> queries.readLink(parse(path));
        });
        calls.add("realpath", a -> {
            String path = text(a, 1);
            return () -> queries.realPath(parse(path));
        });
        calls.add("statfs", a -> {
            String path = text(a, 1);
            return () -> fileSystem(queries.fileSystem(parse(path)));
        });
    }

    private static FileCalls.Call stat(FileQueries queries, String path, boolean follow, boolean exact) {
        return () -> {
            FileStat stat = queries.stat(parse(path), follow);
            return FileCalls.stat(stat, exact);
        };
    }

    /** A name has no NUL, so that one call brings them all. */
    private static String joined(List<String> names) {
        return String.join("\0", names);
    }

    private static String fileSystem(FileSystemStat stat) {
        return stat.type() + "\0" + stat.bsize() + "\0" + stat.blocks() + "\0" + stat.bfree() + "\0" + stat.bavail();
    }

    private static void changes(FileCalls calls, FileChanges changes) {
        calls.add("mkdir", a -> {
            String path = text(a, 1);
            int mode = a[2].asInt();
            boolean recursive = a[3].asBoolean();
            return () -> makeDirectory(changes, parse(path), mode, recursive);
        });
        calls.add("mkdtemp", a -> {
            String prefix = text(a, 1);
            return () -> PathText.of(changes.makeTemporary(prefix));
        });
        calls.add("rmdir", a -> {
            String path = text(a, 1);
            return nothing(() -> changes.removeDirectory(parse(path)));
        });
        calls.add("unlink", a -> {
            String path = text(a, 1);
            return nothing(() -> changes.unlink(parse(path)));
        });
        calls.add("rmTree", a -> {
            String path = text(a, 1);
            return nothing(() -> changes.removeTree(parse(path)));
        });
        twoPaths(calls, "rename", changes::rename);
        twoPaths(calls, "link", changes::link);
        calls.add("symlink", a -> {
            String target = text(a, 1);
            String path = text(a, 2);
            return nothing(() -> changes.symbolicLink(target, parse(path)));
        });
        calls.add("copyFile", a -> {
            String from = text(a, 1);
            String to = text(a, 2);
            boolean exclusive = a[3].asBoolean();
            return nothing(() -> changes.copy(parse(from), parse(to), exclusive));
        });
    }

    private static @Nullable String makeDirectory(FileChanges changes, Path path, int mode, boolean recursive)
            throws IOException {
        if (recursive) {
            return changes.makeDirectories(path, mode).map(PathText::of).orElse(null);
        }
        changes.makeDirectory(path, mode);
        return null;
    }

    private static void twoPaths(FileCalls calls, String name, OnPaths work) {
        calls.add(name, a -> {
            String from = text(a, 1);
            String to = text(a, 2);
            return nothing(() -> work.run(parse(from), parse(to)));
        });
    }

    private static void marks(FileCalls calls, FileMarks marks) {
        calls.add("chmod", a -> {
            String path = text(a, 1);
            int mode = a[2].asInt();
            return nothing(() -> marks.mode(parse(path), mode));
        });
        calls.add("chown", a -> {
            String path = text(a, 1);
            long user = a[2].asLong();
            long group = a[3].asLong();
            boolean follow = a[4].asBoolean();
            return nothing(() -> marks.owner(parse(path), user, group, follow));
        });
        calls.add("utimes", a -> {
            String path = text(a, 1);
            long access = nanos(a[2]);
            long modified = nanos(a[3]);
            boolean follow = a[4].asBoolean();
            return nothing(() -> marks.times(parse(path), access, modified, follow));
        });
    }

    /** Seconds with a fraction. */
    static long nanos(Value seconds) {
        double value = seconds.asDouble();
        double whole = Math.floor(value);
        if (value < 0) { // before 1970 the JDK sets whole seconds only: with a fraction it would set 1970
            return ((long) whole) * 1_000_000_000L;
        }
        return ((long) whole) * 1_000_000_000L + Math.round((value - whole) * 1e6) * 1_000L;
    }

    static String text(Value[] arguments, int at) {
        return arguments[at].asString();
    }

    static FileCalls.Call nothing(Action action) {
        return () -> {
            action.run();
            return null;
        };
    }

    /** Work without a result. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    /** Work on two paths. */
    @FunctionalInterface
    private interface OnPaths {
        void run(Path from, Path to) throws IOException;
    }
}
