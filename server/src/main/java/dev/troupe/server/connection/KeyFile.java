package dev.troupe.server.connection;

import dev.troupe.core.DataDirectoryException;
import dev.troupe.server.access.KeyRing;
import dev.troupe.server.access.SigningKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The keys of a host as the file {@code connection-keys} of its data directory, which its owner alone may read. A line
 * a key, newest first. Written beside and renamed, so that a crash leaves the one or the other. Confined to its
 * {@link ConnectionUrls}' lock.
 */
final class KeyFile {
    private static final String HEAD = "troupe connection keys 1";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final long LONGEST = 4_096;

    private final Path file;

    private KeyFile(Path file) {
        this.file = file;
    }

    static KeyFile in(Path dataDirectory) {
        return new KeyFile(dataDirectory.resolve("connection-keys"));
    }

    private boolean hasModes() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    KeyRing read() {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return KeyRing.EMPTY;
        }
        try {
            if (hasModes() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new DataDirectoryException("The keys in " + file + " may be read by others than their owner:"
                        + " remove the file, which revokes all connection URLs, or take the rights away (chmod 600) if"
                        + " you know that nobody has.");
            }
            if (Files.size(file) > LONGEST) {
                throw broken();
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
                throw broken();
            }
            List<SigningKey> keys = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] words = line.split(" ", -1);
                keys.add(new SigningKey(
                        Long.parseUnsignedLong(words[0], 16), HexFormat.of().parseHex(words[1])));
            }
            return new KeyRing(keys);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            throw broken(); // without the cause: its message may quote a key
        } catch (IOException failure) {
            throw new DataDirectoryException("The keys in " + file + " cannot be read: " + failure + ".", failure);
        }
    }

    private DataDirectoryException broken() {
        return new DataDirectoryException("The keys in " + file
                + " are broken: restore the file from a copy, or remove it, which revokes all connection URLs.");
    }

    void write(KeyRing keys) {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        for (SigningKey key : keys.keys()) {
            text.append(HexFormat.of().toHexDigits(key.id()))
                    .append(' ')
                    .append(HexFormat.of().formatHex(key.secret()))
                    .append('\n');
        }
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside); // of a crash before, with whatever mode
            FileAttribute<?>[] mode = hasModes()
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                    : new FileAttribute<?>[0];
            try (FileChannel channel =
                    FileChannel.open(beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
                ByteBuffer bytes = StandardCharsets.US_ASCII.encode(text.toString());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder();
        } catch (IOException failure) {
            throw new DataDirectoryException("The keys cannot be written to " + file + ": " + failure + ".", failure);
        }
    }

    /** POSIX: a rename is on the disk when its folder is; elsewhere a folder cannot be opened. */
    private void syncFolder() throws IOException {
        if (hasModes()) {
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }
}
