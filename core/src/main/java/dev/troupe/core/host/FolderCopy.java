package dev.troupe.core.host;

import dev.troupe.core.DeployException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * One program on its way into a {@link ContentStore}: copies files into a fresh folder, hashes and syncs them, and
 * keeps the bounds. One thread; it ends with {@link #finish}.
 */
final class FolderCopy {
    private static final long MOST_BYTES = 512L << 20;
    private static final int MOST_FILES = 50_000;
    private static final int BUFFER = 1 << 16;

    private final Path target;
    /** What is in the folder, by path: the order of the hash must not be that of the directory. */
    private final TreeMap<String, String> entries = new TreeMap<>();

    private long bytes;

    FolderCopy(Path target) {
        this.target = target;
    }

    /** Copies everything in {@code folder}. */
    void folder(Path folder) throws IOException {
        Path real = folder.toRealPath();
        Files.walkFileTree(real, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(
                        target.resolve(real.relativize(directory).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = real.relativize(file).toString();
                if (attributes.isSymbolicLink()) {
                    link(real, file, name);
                } else if (attributes.isRegularFile()) {
                    try (InputStream in = Files.newInputStream(file)) {
                        file(name, in);
                    }
                } else {
                    throw new DeployException("The program's folder has \"" + name
                            + "\", which is neither a file nor a folder nor a link: take it out.");
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void link(Path folder, Path file, String name) throws IOException {
        Path leads = Files.readSymbolicLink(file);
        Path end = file.resolveSibling(leads).normalize();
        if (leads.isAbsolute() || !end.startsWith(folder)) {
            throw new DeployException("The link \"" + name + "\" leads out of the program's folder, to " + leads
                    + ": what it means could change after the deployment. Put a copy in its place.");
        }
        count();
        Files.createSymbolicLink(target.resolve(name), leads);
        entries.put(slashed(name), "link " + slashed(leads.toString()));
    }

    /** Copies one file; its folder exists or is the top. */
    void file(String name, InputStream in) throws IOException {
        count();
        Path path = target.resolve(name);
        MessageDigest digest = sha256();
        try (FileChannel out = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > MOST_BYTES) {
                    throw new DeployException("The program has more than " + MOST_BYTES
                            + " bytes, which is the limit of a deployment: leave out what it does not run.");
                }
                digest.update(buffer, 0, read);
                ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, read);
                while (chunk.hasRemaining()) {
                    out.write(chunk);
                }
            }
            out.force(true);
        }
        entries.put(slashed(name), "file " + HexFormat.of().formatHex(digest.digest()));
    }

    private void count() {
        if (entries.size() >= MOST_FILES) {
            throw new DeployException("The program has more than " + MOST_FILES
                    + " files, which is the limit of a deployment: leave out what it does not run.");
        }
    }

    /** Syncs the folders and tells what was copied. */
    ContentStore.Content finish() throws IOException {
        Files.walkFileTree(target, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                syncDirectory(directory);
                return FileVisitResult.CONTINUE;
            }
        });
        MessageDigest digest = sha256();
        entries.forEach((name, what) ->
                digest.update((name.length() + " " + name + " " + what + "\n").getBytes(StandardCharsets.UTF_8)));
        return new ContentStore.Content(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    /** Names that were made in it are on the disk. Windows has no such call, and no need of one. */
    static void syncDirectory(Path directory) throws IOException {
        if (java.io.File.separatorChar == '/') {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static String slashed(String name) {
        return name.replace(java.io.File.separatorChar, '/');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
