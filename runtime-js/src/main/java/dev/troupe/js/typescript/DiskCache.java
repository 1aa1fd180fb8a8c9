package dev.troupe.js.typescript;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Results in files named by their key, for all processes of a user: written beside and moved into place, with a
 * checksum before the text, so that neither a race nor a crash nor a full disk shows as a wrong program. Any thread;
 * nothing to close. A cache that cannot be read or written is no error.
 */
final class DiskCache {
    private static final System.Logger LOG = System.getLogger(DiskCache.class.getName());
    private static final int HEADER = Long.BYTES;

    private final Path folder;

    DiskCache(Path folder) {
        this.folder = folder;
    }

    Optional<String> find(String key) {
        try {
            ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file(key)));
            if (content.remaining() < HEADER || content.getLong() != checksum(content.slice())) {
                return Optional.empty();
            }
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(content).toString());
        } catch (CharacterCodingException broken) {
            return Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    void put(String key, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer content = ByteBuffer.allocate(HEADER + bytes.length);
        content.putLong(checksum(ByteBuffer.wrap(bytes))).put(bytes);
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, key, ".unfinished");
            try {
                Files.write(unfinished, content.array());
                Files.move(unfinished, file(key), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException failure) {
            LOG.log(Level.DEBUG, "The TypeScript cache at " + folder + " could not be written", failure);
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ".js");
    }

    private static long checksum(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
