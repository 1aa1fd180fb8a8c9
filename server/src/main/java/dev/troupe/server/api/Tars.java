package dev.troupe.server.api;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;

/**
 * Unpacks an archive that somebody sent: files, folders and links, each within the target and once, and no more than a
 * program may have, however small the archive is. Stateless; on a thread for calls.
 *
 * <p>Links are made last, so that nothing is written through one, and a link may climb only at its beginning: what it
 * then goes down through are folders, or links that lead down in the same way, and so it cannot lead out.
 */
final class Tars {
    private static final long MOST_BYTES = 512L << 20;
    private static final int MOST_ENTRIES = 50_000;
    private static final int LONGEST_NAME = 1_024;

    private Tars() {}

    static void unpack(Path archive, boolean lz4, Path target) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                InputStream plain = lz4 ? new FramedLZ4CompressorInputStream(file) : file;
                TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
            unpack(tar, target);
        } catch (FileAlreadyExistsException twice) {
            throw ApiFailure.body("The archive has an entry twice.");
        } catch (UncheckedIOException | IOException | IllegalArgumentException broken) {
            throw ApiFailure.body("The archive cannot be read as a tar" + (lz4 ? " within an lz4 frame" : "") + ": "
                    + broken.getMessage());
        }
    }

    private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
        Set<Path> seen = new HashSet<>();
        Map<Path, Path> links = new LinkedHashMap<>();
        long left = MOST_BYTES;
        int entries = 0;
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (++entries > MOST_ENTRIES) {
                throw ApiFailure.body("The archive has more than " + MOST_ENTRIES + " entries.");
            }
            Path path = path(entry, target);
            if (entry.isDirectory()) {
                Files.createDirectories(path);
            } else if (entry.isSymbolicLink()) {
                if (links.putIfAbsent(path, leads(entry, path, target)) != null) {
                    throw new FileAlreadyExistsException(entry.getName());
                }
            } else if (entry.isFile()
                    && !entry.isSparse()
                    && !entry.isLink()
                    && !entry.isSymbolicLink()
                    && !entry.isCharacterDevice()
                    && !entry.isBlockDevice()
                    && !entry.isFIFO()) {
                if (!seen.add(path) || path.equals(target)) {
                    throw new FileAlreadyExistsException(entry.getName());
                }
                Files.createDirectories(path.getParent());
                left -= copy(tar, path, left);
            } else {
                throw ApiFailure.body("The archive's entry \"" + shown(entry)
                        + "\" is neither a file, a folder nor a link: leave it out.");
            }
        }
        if (entries == 0) {
            throw ApiFailure.body("The archive is empty.");
        }
        for (Map.Entry<Path, Path> link : links.entrySet()) {
            Files.createDirectories(link.getKey().getParent());
        }
        for (Map.Entry<Path, Path> link : links.entrySet()) {
            Files.createSymbolicLink(link.getKey(), link.getValue());
        }
    }

    private static Path leads(TarArchiveEntry entry, Path link, Path target) {
        try {
            Path leads = Path.of(entry.getLinkName());
            Path end = link.resolveSibling(leads).normalize();
            if (!leads.isAbsolute()
                    && !entry.getLinkName().startsWith("/")
                    && leads.equals(leads.normalize())
                    && !link.equals(target)
                    && end.startsWith(target)
                    && !end.equals(target)) {
                return leads;
            }
        } catch (InvalidPathException badName) {
            // told below
        }
        throw ApiFailure.body(
                "The archive's link \"" + shown(entry) + "\" does not lead to a place within the archive.");
    }

    private static Path path(TarArchiveEntry entry, Path target) {
        String name = entry.getName();
        if (name.length() > LONGEST_NAME) {
            throw ApiFailure.body("An entry of the archive has a name of " + name.length()
                    + " characters; the limit is " + LONGEST_NAME + ".");
        }
        try {
            Path relative = Path.of(name);
            Path path = target.resolve(relative).normalize();
            boolean climbs = name.startsWith("/") || relative.isAbsolute();
            for (Path part : relative) {
                climbs |= part.toString().equals("..");
            }
            if (!climbs && path.startsWith(target)) {
                return path;
            }
        } catch (InvalidPathException badName) {
            // told below
        }
        throw ApiFailure.body("The archive's entry \"" + shown(entry) + "\" is not within the archive.");
    }

    private static String shown(TarArchiveEntry entry) {
        String name = entry.getName();
        return name.length() <= 64 ? name : name.substring(0, 64) + "…";
    }

    private static long copy(InputStream in, Path path, long most) throws IOException {
        long copied = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(path, java.nio.file.StandardOpenOption.CREATE_NEW)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                copied += read;
                if (copied > most) {
                    throw ApiFailure.body("The archive unpacks to more than " + MOST_BYTES
                            + " bytes, which is the limit of a deployment.");
                }
                out.write(buffer, 0, read);
            }
        }
        return copied;
    }
}
