package dev.troupe.core.file;

import java.io.IOException;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The calls that look at paths and change nothing. One for each start of an actor; any thread; it holds nothing. */
public final class FileQueries {
    /** Names of one directory in memory at once: some 100 MB of text. */
    private static final int ENTRIES = 1_000_000;

    private final FileGate gate;

    FileQueries(FileGate gate) {
        this.gate = gate;
    }

    /** {@code stat(2)}, or {@code lstat(2)} without {@code follow}. */
    public FileStat stat(Path path, boolean follow) throws IOException {
        return follow
                ? gate.read(path, place -> FileStat.of(place))
                : gate.readName(path, place -> FileStat.of(place, LinkOption.NOFOLLOW_LINKS));
    }

    /** {@code access(2)}: 4 reads, 2 writes, 1 executes, 0 asks whether it is there. */
    public void access(Path path, int mode) throws IOException {
        gate.read(path, place -> {
            if ((mode & 2) != 0) {
                gate.ask(place, true);
            }
            place.getFileSystem().provider().checkAccess(place, modes(mode));
            return place;
        });
    }

    private static AccessMode[] modes(int mode) {
        List<AccessMode> modes = new ArrayList<>();
        if ((mode & 4) != 0) {
            modes.add(AccessMode.READ);
        }
        if ((mode & 2) != 0) {
            modes.add(AccessMode.WRITE);
        }
        if ((mode & 1) != 0) {
            modes.add(AccessMode.EXECUTE);
        }
        return modes.toArray(new AccessMode[0]);
    }

    /** The names in a directory, in order of their text. */
    public List<String> names(Path path) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path entry : entries(path)) {
            names.add(PathText.of(entry));
        }
        names.sort(null);
        return names;
    }

    /** As {@link #names}, each after one character for what it is: the digit of {@code DT_*} as libuv numbers them. */
    public List<String> typedNames(Path path) throws IOException {
        List<String> names = names(path);
        names.replaceAll(name -> type(path.resolve(sibling(name))) + name);
        return names;
    }

    /**
     * All below a directory, each as {@link #typedNames} has it, by its path from there; links are not followed. Each
     * directory is a question of its own.
     */
    public List<String> tree(Path path) throws IOException {
        List<String> found = typedNames(path);
        for (int at = 0; at < found.size(); at++) {
            String entry = found.get(at);
            if (entry.charAt(0) == '2') {
                addBelow(path, entry.substring(1), found);
            }
            if (found.size() > ENTRIES) {
                throw new FileFailure(Errno.ENOMEM);
            }
        }
        return found;
    }

    private void addBelow(Path root, String relative, List<String> found) throws IOException {
        Path directory = PathText.parse(PathText.of(root) + "/" + relative);
        for (String entry : typedNames(directory)) {
            found.add(entry.charAt(0) + relative + "/" + entry.substring(1));
        }
    }

    private static Path sibling(String name) {
        try {
            return PathText.parse("/" + name).getName(0);
        } catch (FileFailure impossible) {
            throw new IllegalStateException("A name on disk has no path", impossible);
        }
    }

    private String type(Path entry) {
        try {
            return Integer.toString(stat(entry, false).kind());
        } catch (IOException gone) { // as a file system that does not tell types
            return "0";
        }
    }

    /** The directory is opened within the gate and read outside of it: a long listing keeps nobody waiting. */
    private List<Path> entries(Path path) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = gate.read(path, Files::newDirectoryStream)) {
            for (Path entry : stream) {
                entries.add(entry.getFileName());
                if (entries.size() > ENTRIES) {
                    throw new FileFailure(Errno.ENOMEM);
                }
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        return entries;
    }

    /** {@code readlink(2)}. */
    public String readLink(Path path) throws IOException {
        return gate.readName(path, place -> PathText.of(Files.readSymbolicLink(place)));
    }

    /** {@code realpath(3)}. */
    public String realPath(Path path) throws IOException {
        return gate.read(path, place -> PathText.of(place.toRealPath()));
    }

    /** {@code statfs(2)}. */
    public FileSystemStat fileSystem(Path path) throws IOException {
        return gate.read(path, place -> {
            FileStore store = Files.getFileStore(place);
            long block = store.getBlockSize();
            return new FileSystemStat(
                    store.type(),
                    block,
                    store.getTotalSpace() / block,
                    store.getUnallocatedSpace() / block,
                    store.getUsableSpace() / block);
        });
    }
}
