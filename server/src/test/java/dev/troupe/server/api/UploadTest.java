package dev.troupe.server.api;

import static dev.troupe.server.api.Answer.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway") // an answer that lacks a member fails the test
class UploadTest {
    @TempDir
    Path directory;

    private ApiServer server;

    @BeforeEach
    void open() throws Exception {
        server = ApiServer.open(directory);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private interface Entries {
        void write(TarArchiveOutputStream tar) throws Exception;
    }

    private static void entry(TarArchiveOutputStream tar, String name, byte type, String text) throws Exception {
        TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean file = type == TarConstants.LF_NORMAL;
        if (type == TarConstants.LF_SYMLINK || type == TarConstants.LF_LINK) {
            entry.setLinkName(text);
        }
        entry.setSize(file ? bytes.length : 0);
        tar.putArchiveEntry(entry);
        if (file) {
            tar.write(bytes);
        }
        tar.closeArchiveEntry();
    }

    private Answer upload(Entries entries) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            entries.write(tar);
        }
        return upload(bytes.toByteArray());
    }

    private Answer upload(byte[] bytes) throws Exception {
        return upload(bytes, "");
    }

    private Answer upload(byte[] bytes, String complete) throws Exception {
        Map<?, ?> prepared = server.ask(
                        "POST",
                        "/builds/prepare",
                        "{\"image_file\":{\"path\":\"b.tar\",\"content_length\":" + bytes.length
                                + "},\"kind\":\"javascript\"}")
                .body();
        URI url = URI.create((String) ((Map<?, ?>) ((List<?>) prepared.get("presigned_requests")).get(0)).get("url"));
        refused(
                400,
                "API_BAD_BODY",
                "not uploaded",
                server.ask("POST", "/builds/" + prepared.get("build") + "/complete"));
        assertEquals(200, server.ask("PUT", url.getPath(), bytes, "none").status());
        assertEquals(404, server.ask("PUT", url.getPath(), bytes, "none").status());
        return server.ask("POST", "/builds/" + prepared.get("build") + "/complete", complete);
    }

    @Test
    void anArchiveIsUnpackedWithinItsFolderOnly() throws Exception {
        byte file = TarConstants.LF_NORMAL;
        int before = server.host.builds().size();
        List<Entries> bad = List.of(
                tar -> entry(tar, "../index.js", file, ""),
                tar -> entry(tar, "a/../../index.js", file, ""),
                tar -> entry(tar, "/index.js", file, ""),
                tar -> entry(tar, "index.js", TarConstants.LF_SYMLINK, "/etc/passwd"),
                tar -> entry(tar, "index.js", TarConstants.LF_SYMLINK, "../index.js"),
                tar -> entry(tar, "a/b", TarConstants.LF_SYMLINK, "../.."),
                tar -> entry(tar, "a/b", TarConstants.LF_SYMLINK, "c/../../d"),
                tar -> entry(tar, "a", TarConstants.LF_SYMLINK, "."),
                tar -> entry(tar, ".", TarConstants.LF_SYMLINK, "a"),
                tar -> {
                    entry(tar, "index.js", file, "");
                    entry(tar, "a", TarConstants.LF_SYMLINK, "b");
                    entry(tar, "a", TarConstants.LF_SYMLINK, "c");
                },
                tar -> {
                    entry(tar, "index.js", file, "");
                    entry(tar, "b/c", file, "");
                    entry(tar, "a", TarConstants.LF_SYMLINK, "b");
                    entry(tar, "a/d", file, "through a link");
                },
                tar -> {
                    entry(tar, "index.js", file, "");
                    entry(tar, "a", TarConstants.LF_SYMLINK, "index.js");
                    entry(tar, "a/b", TarConstants.LF_SYMLINK, "../index.js");
                },
                tar -> entry(tar, "index.js", TarConstants.LF_LINK, "/etc/passwd"),
                tar -> entry(tar, "index.js", TarConstants.LF_CHR, ""),
                tar -> entry(tar, "index.js", TarConstants.LF_FIFO, ""),
                tar -> {
                    entry(tar, "index.js", file, "1");
                    entry(tar, "./index.js", file, "2");
                },
                tar -> {
                    entry(tar, "a", file, "1");
                    entry(tar, "a/b", file, "2");
                },
                tar -> entry(tar, "other.js", file, ""),
                tar -> {});
        for (Entries entries : bad) {
            assertEquals("API_BAD_BODY", upload(entries).code());
        }
        assertEquals(
                "API_BAD_BODY",
                upload("no tar".repeat(300).getBytes(StandardCharsets.UTF_8)).code());
        assertEquals(before, server.host.builds().size());
        assertFalse(Files.exists(directory.resolve("index.js")));
        assertEquals(200, upload(tar -> entry(tar, "./index.js", file, "")).status());
        assertEquals(before + 1, server.host.builds().size());
    }

    @Test
    void aProgramMayLieAnywhereAndBeReachedByLinks() throws Exception {
        byte file = TarConstants.LF_NORMAL;
        Entries entries = tar -> {
            entry(tar, "src/main.mjs", file, "export default { start() {} }");
            entry(tar, "node_modules/.pnpm/b/index.js", file, "");
            entry(tar, "node_modules/b", TarConstants.LF_SYMLINK, ".pnpm/b");
        };
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            entries.write(tar);
        }
        refused(400, "API_BAD_BODY", "\"main\"", upload(bytes.toByteArray(), "{\"main\":\"../main.mjs\"}"));
        refused(400, "API_BAD_BODY", "\"main\"", upload(bytes.toByteArray(), "{\"main\":\"node_modules/b\"}"));
        refused(400, "API_BAD_BODY", "\"main\"", upload(bytes.toByteArray(), "{\"main\":\"src\\u0000\"}"));
        refused(400, "API_BAD_BODY", "\"more\"", upload(bytes.toByteArray(), "{\"more\":1}"));
        refused(400, "API_BAD_BODY", "index.js", upload(bytes.toByteArray(), ""));
        assertEquals(
                200, upload(bytes.toByteArray(), "{\"main\":\"src/main.mjs\"}").status());
    }

    @Test
    @Timeout(30)
    void anUploadThatBreaksOffCanBeSentAgain() throws Exception {
        byte[] bytes = new byte[200_000];
        Map<?, ?> prepared = server.ask(
                        "POST",
                        "/builds/prepare",
                        "{\"image_file\":{\"path\":\"b.tar\",\"content_length\":200000},\"kind\":\"javascript\"}")
                .body();
        URI url = URI.create((String) ((Map<?, ?>) ((List<?>) prepared.get("presigned_requests")).get(0)).get("url"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String head = "PUT " + url.getPath() + " HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes, 0, 100_000);
        }
        int status = 404; // until the server has noticed
        while (status == 404) {
            status = server.ask("PUT", url.getPath(), bytes, "none").status();
        }
        assertEquals(200, status);
    }
}
