package dev.troupe.server.project;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;

/**
 * What of a project's folder is deployed: everything, its packages included, but for what begins with a dot (keys,
 * histories, caches) outside of the packages. A value; the archive is written from the files as they then are.
 *
 * @param folder the project's folder
 * @param files what is taken, relative to it
 * @param bytes how much that is
 */
public record Bundle(Path folder, List<Path> files, long bytes) {
    private static final int MOST_FILES = 50_000;
    private static final long MOST_BYTES = 512L << 20;
    private static final String PACKAGES = "node_modules";
    /** What package managers leave in their folders for themselves. */
    private static final Set<String> LEFT_IN_PACKAGES =
            Set.of(".bin", ".cache", ".package-lock.json", ".modules.yaml", ".yarn-integrity", ".vite");

    public Bundle {
        files = List.copyOf(files);
    }

    /** Told while an archive is written. */
    public interface Progress {
        /** So many files are in it. */
        void packed(int files, int of);
    }

    /**
     * Looks through a folder.
     *
     * @throws ProjectException if there is more than a deployment may have, or a link leads out of the folder
     */
    public static Bundle of(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        Collector collector = new Collector(root);
        try {
            Files.walkFileTree(root, collector);
        } catch (IOException failure) {
            throw new ProjectException("The folder " + root + " cannot be read: " + failure + ".", failure);
        }
        collector.files.sort(null); // one folder, one archive
        return new Bundle(root, collector.files, collector.bytes);
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Path> files = new ArrayList<>();
        private long bytes;

        Collector(Path root) {
            this.root = root;
        }

        private boolean isTaken(Path path) {
            boolean inPackages = false;
            for (Path name : root.relativize(path)) {
                String text = name.toString();
                if (inPackages ? LEFT_IN_PACKAGES.contains(text) : text.startsWith(".")) {
                    return false;
                }
                inPackages |= text.equals(PACKAGES);
            }
            return true;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.equals(root) || isTaken(directory)
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!isTaken(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink()) {
                checkLink(file);
            } else if (!attributes.isRegularFile()) {
                throw new ProjectException(file + " is neither a file nor a link: take it out of the folder.");
            }
            bytes += attributes.size();
            files.add(root.relativize(file));
            if (files.size() > MOST_FILES || bytes > MOST_BYTES) {
                throw new ProjectException("The folder " + root + " has more than " + MOST_FILES + " files or "
                        + (MOST_BYTES >> 20) + " MiB, which is the limit of a deployment: is it the right one? Leave"
                        + " out what the program does not run (npm ci --omit=dev).");
            }
            return FileVisitResult.CONTINUE;
        }

        private void checkLink(Path file) throws IOException {
            Path leads = Files.readSymbolicLink(file);
            Path end = file.resolveSibling(leads).normalize();
            if (leads.isAbsolute() || !leads.equals(leads.normalize()) || !end.startsWith(root) || end.equals(root)) {
                throw new ProjectException("The link " + file + " leads to " + leads
                        + ", which is not sent along: put a copy in its place.");
            }
        }
    }

    /** Writes the archive. */
    public void write(Path archive, boolean compressed, Progress progress) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(archive));
                OutputStream out = compressed ? new FramedLZ4CompressorOutputStream(file) : file;
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            int packed = 0;
            for (Path name : files) {
                add(tar, name);
                progress.packed(++packed, files.size());
            }
        }
    }

    private void add(TarArchiveOutputStream tar, Path name) throws IOException {
        Path file = folder.resolve(name);
        String slashed = name.toString().replace('\\', '/');
        if (Files.isSymbolicLink(file)) {
            TarArchiveEntry link = new TarArchiveEntry(slashed, TarConstants.LF_SYMLINK);
            link.setLinkName(Files.readSymbolicLink(file).toString().replace('\\', '/'));
            tar.putArchiveEntry(link);
        } else {
            TarArchiveEntry entry = new TarArchiveEntry(slashed);
            entry.setModTime(0); // the same files make the same archive
            entry.setSize(Files.size(file));
            tar.putArchiveEntry(entry);
            Files.copy(file, tar);
        }
        tar.closeArchiveEntry();
    }
}
