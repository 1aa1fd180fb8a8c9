package dev.troupe.core.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PathTextTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"plain", "with blank", "100%", "ümlaut", "日本", "😀", "a?b#c", "~", "\\"})
    void aNameOnDiskKeepsItsText(String name) throws IOException {
        Path path = PathText.parse(folder.toRealPath() + "/" + name);
        Files.createFile(path);
        assertEquals(folder.toRealPath() + "/" + name, PathText.of(path));
        try (var names = Files.list(folder)) {
            assertEquals(
                    List.of(name),
                    names.map(Path::getFileName).map(PathText::of).toList());
        }
    }

    @Test
    void bytesThatAreNoTextComeBack() {
        byte[] bytes = {'a', (byte) 0xff, (byte) 0xc3, (byte) 0xa4, (byte) 0xe2, (byte) 0x82, 'b'};
        assertArrayEquals(bytes, PathText.bytes(PathText.text(bytes)));
        assertArrayEquals("ä😀".getBytes(StandardCharsets.UTF_8), PathText.bytes("ä😀"));
    }

    @Test
    void relativeAndBrokenTextIsRefused() {
        assertThrows(FileFailure.class, () -> PathText.parse("relative"));
        assertThrows(FileFailure.class, () -> PathText.parse("/nul\0byte"));
        assertEquals(Errno.ENOENT, Errno.of(assertThrows(FileFailure.class, () -> PathText.parse(""))));
    }
}
