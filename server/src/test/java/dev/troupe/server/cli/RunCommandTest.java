package dev.troupe.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of {@code troupe run}. */
final class RunCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Path program(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private TroupeProcess run(String... arguments) throws IOException {
        String[] all = new String[arguments.length + 1];
        all[0] = "run";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return TroupeProcess.start(folder, all);
    }

    @Test
    void printsTheUrlThatAnswersAndStopsGracefullyOnInterrupt() throws Exception {
        program("server.ts", """
                import { createServer } from "node:http";
                export default {
                  async start(ctx: { metadata: unknown }) {
                    createServer((request, response) => response.end(`${process.env.GREETING} ${process.argv[2]}`))
                      .listen(process.env.PORT_HTTP);
                    await new Promise<void>((resolve) => process.on("SIGTERM", () => {
                      console.log("goodbye");
                      resolve();
                      setTimeout(() => process.exit(0), 1);
                    }));
                  },
                };
                """);
        try (TroupeProcess troupe = run("--env", "GREETING=Hello", "server.ts", "World")) {
            URI url = URI.create(troupe.awaitLine("http  "));
            try (var body = url.toURL().openStream()) {
                assertEquals("Hello World", new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            troupe.interrupt();
            troupe.awaitLine("goodbye");
            assertEquals(0, troupe.exitCode(), troupe.errors());
        }
    }

    @Test
    void endsWithTheProgramsExitCode() throws Exception {
        program("exit.js", "export default { start() { process.exit(7); } };");
        try (TroupeProcess troupe = run("exit.js")) {
            assertEquals(7, troupe.exitCode(), troupe.errors());
        }
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        assertFails("nothing.ts", "nothing.ts");
    }

    @Test
    void aSyntaxErrorShowsFileLineColumnAndTheSourceLine() throws Exception {
        program("typo.ts", "const fine: number = 1;\nconst broken = = 2;\nexport default { start() {} };\n");
        assertFails("typo.ts", "typo.ts:2:16", "const broken = = 2;", "SyntaxError");
        program("typo.mjs", "const fine = 1;\nconst broken = = 2;\nexport default { start() {} };\n");
        assertFails("typo.mjs", "typo.mjs:2:16", "const broken = = 2;", "SyntaxError");
    }

    @Test
    void aMissingDefaultExportSaysWhatToExport() throws Exception {
        program("none.mjs", "export const start = 1;\n");
        assertFails("none.mjs", "none.mjs", "export default");
    }

    @Test
    void aThrowInStartShowsTheStackInTypeScriptLines() throws Exception {
        program("throws.ts", """
                interface Shape {
                  name: string;
                }

                function fail(shape: Shape): never {
                  throw new Error(`no ${shape.name} today`);
                }

                export default { async start() { fail({ name: "luck" }); } };
                """);
        assertFails("throws.ts", "Error: no luck today", "throws.ts:6:", "throws.ts:9:");
    }

    @Test
    void anUnknownModuleNamesItsImporter() throws Exception {
        program("imports.mjs", "import 'left-pad';\nexport default { start() {} };\n");
        assertFails("imports.mjs", "ERR_MODULE_NOT_FOUND", "left-pad", "imports.mjs");
    }

    @Test
    void aPortInUseIsReportedAsNodeDoes() throws Exception {
        program("listens.mjs", """
                import { createServer } from 'node:http';
                export default { start() { createServer().listen(process.env.PORT_HTTP); } };
                """);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertFails(
                    run("--port", "http=" + port, "listens.mjs"),
                    "Error: listen EADDRINUSE: address already in use 127.0.0.1:" + port);
        }
    }

    @Test
    void aProgramThatNeverYieldsIsKilledAndTheLimitNamed() throws Exception {
        program("endless.mjs", "export default { start() { while (true) {} } };\n");
        try (TroupeProcess troupe = run("--turn-limit", "300", "endless.mjs")) {
            assertEquals(1, troupe.exitCode(), troupe.errors());
            assertTrue(troupe.errors().contains("turn"), troupe.errors());
        }
    }

    private void assertFails(String file, String... expected) throws Exception {
        assertFails(run(file), expected);
    }

    private static void assertFails(TroupeProcess running, String... expected) throws Exception {
        try (TroupeProcess troupe = running) {
            assertEquals(1, troupe.exitCode(), troupe.errors());
            String errors = troupe.errors();
            for (String part : expected) {
                assertTrue(errors.contains(part), () -> "\"" + part + "\" is missing in:\n" + errors);
            }
            // the host's own line names the engine's jars
            boolean shows = errors.lines()
                    .filter(line -> !line.startsWith("WARNING: Troupe host"))
                    .anyMatch(line -> line.contains("graalvm") || line.contains("java."));
            assertTrue(!shows, () -> "Java shows in:\n" + errors);
        }
    }
}
