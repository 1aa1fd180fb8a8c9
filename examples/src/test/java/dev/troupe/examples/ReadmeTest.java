package dev.troupe.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's snippets are compiled and run as they stand. */
final class ReadmeTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void theQuickStartCompilesAndPrintsTheActorsAnswer(@TempDir Path folder) throws Exception {
        Path source = folder.resolve("QuickStart.java");
        Files.writeString(source, snippet("java"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertEquals(
                0,
                compiler.run(null, null, null, "-d", folder.toString(), "-cp", classPath(), source.toString()),
                "the README's quick start does not compile");
        String output =
                JavaProcess.run(ROOT, List.of("-cp", folder + java.io.File.pathSeparator + classPath(), "QuickStart"));
        assertTrue(output.matches("(?s)Hello from actor [0-9a-f-]{36} in region local\n"), output);
    }

    @Test
    void theProgramInTheReadmeIsTheExample() throws IOException {
        assertEquals(Files.readString(Path.of("hello.ts")), snippet("ts"));
    }

    @Test
    void theReadmeShowsTheTwoCommands() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        assertTrue(readme.contains("```sh\n./troupe run examples/hello.ts\n```"));
        assertTrue(readme.contains("```sh\n./mvnw verify\n```"));
    }

    @Test
    void theLinksLeadSomewhere() throws IOException {
        Matcher links = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(Files.readString(ROOT.resolve("README.md")));
        List<String> missing = links.results()
                .map(link -> link.group(1))
                .filter(target -> !Files.exists(ROOT.resolve(target)))
                .toList();
        assertEquals(List.of(), missing);
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static String snippet(String language) throws IOException {
        Matcher matcher = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")));
        assertTrue(matcher.find(), "the README has no snippet in " + language);
        return matcher.group(1);
    }
}
