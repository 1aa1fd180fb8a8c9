package dev.troupe.server.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    @TempDir
    Path directory;

    private Path folder() throws Exception {
        return Files.createDirectories(directory.resolve("project"));
    }

    private void file(String name, String text) throws Exception {
        Path file = folder().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> names() throws Exception {
        return Bundle.of(folder()).files().stream()
                .map(file -> file.toString().replace('\\', '/'))
                .toList();
    }

    @Test
    void theFolderGoesWithItsPackagesAndWithoutWhatIsHidden() throws Exception {
        file("index.ts", "1");
        file("src/.eslintrc", "");
        file(".env", "SECRET=1");
        file(".git/HEAD", "");
        file("node_modules/a/index.js", "22");
        file("node_modules/a/.hidden/x.js", "");
        file("node_modules/.bin/a", "");
        file("node_modules/.package-lock.json", "");
        file("node_modules/.pnpm/b/node_modules/b/index.js", "");
        assertEquals(
                List.of(
                        "index.ts",
                        "node_modules/.pnpm/b/node_modules/b/index.js",
                        "node_modules/a/.hidden/x.js",
                        "node_modules/a/index.js"),
                names());
        assertEquals(3, Bundle.of(folder()).bytes());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void linksGoAsLinksIfTheyLeadToAPlaceWithin() throws Exception {
        file("node_modules/.pnpm/b/index.js", "b");
        Files.createSymbolicLink(folder().resolve("node_modules/b"), Path.of(".pnpm/b"));
        Path archive = directory.resolve("a.tar");
        List<Integer> packed = new ArrayList<>();
        Bundle.of(folder()).write(archive, false, (files, of) -> packed.add(files * 10 + of));
        assertEquals(List.of(12, 22), packed);
        List<String> entries = new ArrayList<>();
        try (InputStream in = Files.newInputStream(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.add(entry.getName() + (entry.isSymbolicLink() ? " -> " + entry.getLinkName() : ""));
            }
        }
        assertEquals(List.of("node_modules/.pnpm/b/index.js", "node_modules/b -> .pnpm/b"), entries);
        for (String leads : List.of("/etc/passwd", "../../outside", "a/../b", ".")) {
            Path link = folder().resolve("link");
            Files.createSymbolicLink(link, Path.of(leads));
            assertTrue(String.valueOf(assertThrows(ProjectException.class, () -> Bundle.of(folder()), leads)
                            .getMessage())
                    .contains("put a copy in its place"));
            Files.delete(link);
        }
    }

    @Test
    void theSameFilesMakeTheSameArchive() throws Exception {
        file("a.js", "a");
        file("b/c.js", "c");
        Bundle bundle = Bundle.of(folder());
        bundle.write(directory.resolve("1.tar"), true, (files, of) -> {});
        Files.setLastModifiedTime(folder().resolve("a.js"), java.nio.file.attribute.FileTime.fromMillis(0));
        bundle.write(directory.resolve("2.tar"), true, (files, of) -> {});
        assertArrayEquals(
                Files.readAllBytes(directory.resolve("1.tar")), Files.readAllBytes(directory.resolve("2.tar")));
    }
}
