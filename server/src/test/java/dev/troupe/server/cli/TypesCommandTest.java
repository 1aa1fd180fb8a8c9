package dev.troupe.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.server.api.OfficialClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The types that are written, under the real compiler. */
class TypesCommandTest {
    private static final Pattern REPORT = Pattern.compile("^(\\w+)\\.ts\\((\\d+),\\d+\\): error .*");

    private static Path project() throws Exception {
        Path project = Files.createDirectories(OfficialClient.installed().resolve("types-project"));
        for (String name : List.of("good.ts", "bad.ts", "tsconfig.json")) {
            copy(Path.of("src/test/npm/types", name), project);
        }
        for (String name : List.of("hello.ts", "hello-class.ts", "counter.ts")) {
            copy(Path.of("../examples", name), project);
        }
        StringWriter said = new StringWriter();
        int code = Troupe.commandLine().setOut(new PrintWriter(said)).execute("types", project.toString());
        assertEquals(0, code);
        assertEquals("wrote " + project.resolve("troupe-env.d.ts") + System.lineSeparator(), said.toString());
        return project;
    }

    private static void copy(Path file, Path folder) throws IOException {
        Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void correctUseCompilesAndEachWrongLineIsReported() throws Exception {
        Path project = project();
        List<String> wanted = new ArrayList<>();
        List<String> lines = Files.readAllLines(project.resolve("bad.ts"));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith("; // wrong")) {
                wanted.add("bad " + (i + 1));
            }
        }
        assertTrue(wanted.size() > 15);
        String reports = OfficialClient.compile(project);
        TreeSet<String> told = new TreeSet<>();
        for (String line : reports.lines().toList()) {
            Matcher report = REPORT.matcher(line);
            if (report.matches()) {
                told.add(report.group(1) + " " + report.group(2));
            }
        }
        assertEquals(new TreeSet<>(wanted), told, reports);
    }
}
