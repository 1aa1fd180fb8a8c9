package dev.troupe.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Permissions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A closed actor reads its code folder, reads and writes its data folder, and nothing else. */
final class FileGateTest {
    private static final OpenFlags READ = new OpenFlags(0);
    private static final OpenFlags WRITE = new OpenFlags(01 | 0100 | 01000);

    @TempDir
    private Path folder = Path.of("");

    private Path code = Path.of("");
    private Path data = Path.of("");
    private Path secret = Path.of("");
    private FileQueries queries = new FileQueries(new FileGate(Permissions.standard()));
    private FileChanges changes = new FileChanges(new FileGate(Permissions.standard()), queries);
    private FileTable table = new FileTable(new FileGate(Permissions.standard()), new OpenScope(), 64);

    @BeforeEach
    void makeFolders() throws IOException {
        folder = folder.toRealPath();
        code = Files.createDirectory(folder.resolve("code"));
        data = Files.createDirectory(folder.resolve("data"));
        secret = Files.createDirectory(folder.resolve("secret"));
        Files.writeString(code.resolve("main.js"), "code");
        Files.writeString(secret.resolve("key"), "secret");
        FileGate gate = new FileGate(Permissions.standard().forActor(Optional.of(code), Optional.of(data)));
        queries = new FileQueries(gate);
        changes = new FileChanges(gate, queries);
        table = new FileTable(gate, new OpenScope(), 64);
    }

    @Test
    void readsCodeAndWritesData() throws IOException {
        assertEquals("code", read(code.resolve("main.js")));
        write(data.resolve("file"), "mine");
        assertEquals("mine", read(data.resolve("file")));
        changes.makeDirectories(data.resolve("a/b"), 0755);
        changes.rename(data.resolve("file"), data.resolve("a/b/file"));
        assertEquals("mine", read(data.resolve("a/b/../b/file")));
        changes.removeTree(data.resolve("a"));
        assertFalse(Files.exists(data.resolve("a")));
    }

    @Test
    void writesNoCode() {
        denied(() -> write(code.resolve("main.js"), "changed"));
        denied(() -> write(code.resolve("new.js"), "new"));
        denied(() -> changes.unlink(code.resolve("main.js")));
        denied(() -> changes.rename(code.resolve("main.js"), data.resolve("main.js")));
        denied(() -> changes.makeDirectory(code.resolve("new"), 0777));
    }

    @Test
    void dotsLeadNowhere() {
        denied(() -> read(data.resolve("../secret/key")));
        denied(() -> read(data.resolve("missing/../../secret/key")));
        denied(() -> write(data.resolve("../secret/new"), "new"));
        denied(() -> queries.names(data.resolve("..")));
        denied(() -> queries.stat(folder, true));
        denied(() -> read(Path.of("/etc/passwd")));
    }

    @Test
    void theKernelsOwnLinksLeadNowhere() {
        denied(() -> read(Path.of("/proc/self/root" + secret + "/key")));
        denied(() -> read(Path.of("/proc/self/environ")));
        denied(() -> queries.names(Path.of("/proc/self/fd")));
        denied(() -> read(Path.of("/dev/fd/0")));
    }

    @Test
    void linksThatOthersMadeAreNotFollowedOut() throws IOException {
        Files.createSymbolicLink(data.resolve("file"), secret.resolve("key"));
        Files.createSymbolicLink(data.resolve("folder"), Path.of("../secret"));
        Files.createSymbolicLink(data.resolve("new"), secret.resolve("new"));
        Files.createSymbolicLink(data.resolve("chain"), data.resolve("folder"));
        denied(() -> read(data.resolve("file")));
        denied(() -> read(data.resolve("folder/key")));
        denied(() -> read(data.resolve("chain/key")));
        denied(() -> write(data.resolve("new"), "new"));
        denied(() -> write(data.resolve("folder/new"), "new"));
        denied(() -> changes.copy(data.resolve("file"), data.resolve("copy"), false));
        denied(() -> changes.removeTree(data.resolve("folder/key")));
        assertFalse(Files.exists(secret.resolve("new")));
        changes.removeTree(data.resolve("folder"));
        assertTrue(Files.exists(secret.resolve("key")));
    }

    @Test
    void linksOutCannotBeMade() {
        denied(() -> changes.symbolicLink(secret.resolve("key").toString(), data.resolve("link")));
        denied(() -> changes.symbolicLink("../secret", data.resolve("link")));
        denied(() -> changes.symbolicLink("missing/../../secret", data.resolve("link")));
        denied(() -> changes.link(secret.resolve("key"), data.resolve("link")));
        denied(() -> changes.link(data.resolve("x"), secret.resolve("x")));
    }

    @Test
    void aHardLinkCannotMakeCodeWritable() {
        denied(() -> changes.link(code.resolve("main.js"), data.resolve("main.js")));
    }

    @Test
    void whatIsOutsideLooksTheSameWhetherItIsThereOrNot() {
        denied(() -> queries.stat(secret.resolve("key"), true));
        denied(() -> queries.stat(secret.resolve("missing"), true));
        denied(() -> queries.stat(secret.resolve("missing/deeper"), true));
        denied(() -> queries.stat(secret.resolve("key/below"), true));
        denied(() -> queries.realPath(secret.resolve("missing")));
        denied(() -> queries.access(secret.resolve("missing"), 0));
    }

    @Test
    void whatIsMissingInsideIsMissing() {
        assertEquals(Errno.ENOENT, failure(() -> read(data.resolve("missing"))));
        assertEquals(Errno.ENOENT, failure(() -> queries.stat(data.resolve("missing/deeper"), true)));
    }

    @Test
    void descriptorsAreBoundedAndReused() throws IOException {
        write(data.resolve("file"), "x");
        int first = table.open(data.resolve("file"), READ, 0666);
        int second = table.open(data.resolve("file"), READ, 0666);
        assertEquals(3, first);
        assertEquals(4, second);
        table.close(first);
        assertEquals(3, table.open(data.resolve("file"), READ, 0666));
        assertEquals(Errno.EMFILE, failure(() -> {
            while (true) {
                table.open(data.resolve("file"), READ, 0666);
            }
        }));
        assertEquals(Errno.EBADF, failure(() -> table.close(99999)));
    }

    private String read(Path path) throws IOException {
        try (OpenFile file = table.openFile(path, READ, 0666)) {
            ByteBuffer bytes = file.readAll(1000);
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return PathText.text(exact);
        }
    }

    private void write(Path path, String text) throws IOException {
        try (OpenFile file = table.openFile(path, WRITE, 0666)) {
            file.write(ByteBuffer.wrap(PathText.bytes(text)), -1);
        }
    }

    private static void denied(Executable call) {
        assertEquals(Errno.EACCES, failure(call));
    }

    private static Errno failure(Executable call) {
        return Errno.of(assertThrows(IOException.class, call));
    }
}
