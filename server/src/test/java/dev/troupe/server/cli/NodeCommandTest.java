package dev.troupe.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of {@code troupe node}. */
final class NodeCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private TroupeProcess node(String... arguments) throws IOException {
        String[] all = new String[arguments.length + 1];
        all[0] = "node";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return TroupeProcess.start(folder, all);
    }

    @Test
    void aPlainProgramRunsWithItsArgumentsFlagsDirectoryAndExitCode() throws Exception {
        Files.writeString(folder.resolve("plain.cjs"), """
                const { basename } = require('node:path');
                console.log(process.argv.slice(2).join(','), process.execArgv.join(','), basename(process.argv[1]));
                console.log(process.cwd() === __dirname, typeof process.env.PATH, process.env.PORT_HTTP);
                console.error('to standard error');
                setTimeout(() => process.exit(5), 1);
                """);
        try (TroupeProcess troupe = node("--no-warnings", "plain.cjs", "--port", "http=1", "-h")) {
            String output = troupe.remainingOutput();
            assertEquals(5, troupe.exitCode(), troupe.errors());
            assertEquals("--port,http=1,-h --no-warnings plain.cjs\ntrue string undefined\n", output);
            assertTrue(troupe.errors().contains("to standard error\n"), troupe.errors());
        }
    }

    @Test
    void anUncaughtErrorEndsItWithOneAndItsStack() throws Exception {
        Files.writeString(folder.resolve("throws.mjs"), "const a = 1;\nawait null;\nthrow new TypeError('sad');\n");
        try (TroupeProcess troupe = node("throws.mjs")) {
            assertEquals(1, troupe.exitCode(), troupe.errors());
            assertTrue(troupe.errors().contains("TypeError: sad"), troupe.errors());
            assertTrue(troupe.errors().contains("throws.mjs:3:"), troupe.errors());
        }
    }

    @Test
    void anUnknownFileIsNamed() throws Exception {
        try (TroupeProcess troupe = node("nothing.js")) {
            assertEquals(1, troupe.exitCode(), troupe.errors());
            assertTrue(
                    troupe.errors()
                            .contains(
                                    "Cannot find module '" + folder.toRealPath().resolve("nothing.js") + "'"),
                    troupe.errors());
        }
    }

    @Test
    void whatIsPreloadedRunsBeforeTheProgram() throws Exception {
        Files.writeString(folder.resolve("required.cjs"), "console.log('required', process.env.FROM_FILE);");
        Files.writeString(folder.resolve("imported.mjs"), "console.log('imported'); await null;");
        Files.writeString(folder.resolve(".env"), "FROM_FILE=yes");
        Files.writeString(folder.resolve("main.cjs"), "console.log('main', require.main === module);");
        try (TroupeProcess troupe =
                node("-r", "./required.cjs", "--import", "./imported.mjs", "--env-file=.env", "main.cjs")) {
            String output = troupe.remainingOutput();
            assertEquals(0, troupe.exitCode(), troupe.errors());
            assertEquals("required yes\nimported\nmain true\n", output);
        }
    }

    @Test
    void aTextIsPrinted() throws Exception {
        try (TroupeProcess troupe = node("-p", "os.EOL.length + path.sep.length", "argument")) {
            String output = troupe.remainingOutput();
            assertEquals(0, troupe.exitCode(), troupe.errors());
            assertEquals("2\n", output);
        }
    }

    @Test
    void aFlagThatIsNotFollowedIsRefused() throws Exception {
        try (TroupeProcess troupe = node("--inspect", "main.cjs")) {
            assertEquals(9, troupe.exitCode(), troupe.errors());
            assertEquals("troupe node: bad option: --inspect\n", troupe.errors());
        }
    }

    @Test
    void flagsWithoutAProgramAreAUsageError() throws Exception {
        try (TroupeProcess troupe = node("--no-warnings")) {
            assertEquals(2, troupe.exitCode(), troupe.errors());
            assertTrue(troupe.errors().contains("troupe node script.js"), troupe.errors());
        }
    }
}
