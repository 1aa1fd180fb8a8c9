package dev.troupe.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {

    @Test
    void saysWhichModeRunsAndWhy(@TempDir Path folder) throws Exception {
        try (TroupeProcess troupe = TroupeProcess.start(folder, "doctor")) {
            String output = troupe.remainingOutput();
            assertEquals(0, troupe.exitCode(), troupe.errors());
            assertTrue(output.contains("jvm        "), output);
            assertTrue(output.contains(Runtime.version().toString()), output);
            assertTrue(output.matches("(?s).*mode +(optimised|interpreter only)\n.*"), output);
            assertTrue(output.contains("because    "), output);
        }
    }

    @Test
    void aWrongCompilerFolderIsAUsageError(@TempDir Path folder) throws Exception {
        try (TroupeProcess troupe = TroupeProcess.start(folder, "doctor", "--compiler", "nowhere")) {
            assertEquals(2, troupe.exitCode());
            assertTrue(troupe.errors().contains("is not a folder"), troupe.errors());
        }
    }

    @Test
    void withoutASubcommandTheUsageIsShown(@TempDir Path folder) throws Exception {
        try (TroupeProcess troupe = TroupeProcess.start(folder)) {
            assertEquals(2, troupe.exitCode());
            assertTrue(troupe.errors().contains("troupe run actor.ts"), troupe.errors());
        }
    }

    @Test
    void theCacheFollowsTheXdgRules() {
        assertEquals(Path.of("/x/troupe"), CacheDirectory.of(Optional.of("/x"), "/home/u"));
        assertEquals(Path.of("/home/u/.cache/troupe"), CacheDirectory.of(Optional.of("relative"), "/home/u"));
        assertEquals(Path.of("/home/u/.cache/troupe"), CacheDirectory.of(Optional.empty(), "/home/u"));
    }
}
