package dev.troupe.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages of {@code docs} are run: files are written under the names that the pages give them, the Java blocks of a
 * page are one program, and what it prints is what the page shows.
 */
@Timeout(600)
final class DocsTest {
    private static final Path DOCS = Path.of("../docs").toAbsolutePath().normalize();
    private static final Pattern BLOCK =
            Pattern.compile("(?:`([\\w.-]+)`:?[^`]*\\n\\n)?```(\\w+)( \\w+)?\\n(.*?)```", Pattern.DOTALL);
    /** What a page's snippets may use without saying so. */
    private static final String IMPORTS = Stream.of(
                    "dev.troupe.core",
                    "dev.troupe.server.connection",
                    "dev.troupe.server.gateway",
                    "dev.troupe.server.route",
                    "java.net",
                    "java.net.http",
                    "java.nio.file",
                    "java.time",
                    "java.util")
            .map(name -> "import " + name + ".*;\n")
            .collect(Collectors.joining());

    @TempDir
    Path folder;

    private record Block(String file, String language, String kind, String text) {}

    private static List<Block> blocks(String page) throws IOException {
        return BLOCK.matcher(Files.readString(DOCS.resolve(page)))
                .results()
                .map(found -> new Block(
                        found.group(1) == null ? "" : found.group(1),
                        found.group(2),
                        found.group(3) == null ? "" : found.group(3).strip(),
                        found.group(4)))
                .toList();
    }

    private static String all(List<Block> blocks, String language, String kind) {
        return blocks.stream()
                .filter(block ->
                        block.language().equals(language) && block.kind().equals(kind))
                .map(Block::text)
                .collect(Collectors.joining());
    }

    private void writeFiles(List<Block> blocks) throws IOException {
        for (Block block : blocks) {
            if (!block.file().isEmpty()) {
                Files.writeString(folder.resolve(block.file()), block.text());
            }
        }
    }

    private String runJava(String name, String source) throws Exception {
        Path file = folder.resolve(name + ".java");
        Files.writeString(file, source);
        String classPath = System.getProperty("java.class.path");
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", folder.toString(), "-cp", classPath, file.toString()),
                "the snippets do not compile");
        return JavaProcess.run(folder, List.of("-ea", "-cp", folder + java.io.File.pathSeparator + classPath, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"builds.md", "actors.md", "kv.md", "gateway.md", "limits.md"})
    void theSnippetsOfAPageAreOneProgramThatRuns(String page) throws Exception {
        List<Block> blocks = blocks(page);
        writeFiles(blocks);
        Files.writeString(folder.resolve("room.ts"), "");
        Files.writeString(folder.resolve("web.ts"), "");
        String java = all(blocks, "java", "");
        assertFalse(java.isEmpty());
        String program = IMPORTS + "class Page {\n    public static void main(String[] args) throws Exception {\n"
                + java + "    }\n}\n";
        assertEquals(all(blocks, "text", ""), runJava("Page", program));
        if (Files.exists(folder.resolve("rivet.jsonc"))) {
            assertEquals(
                    1,
                    dev.troupe.server.project.Project.read(folder).functions().size());
        }
    }

    @Test
    void theQuickstartWalksBothWays() throws Exception {
        List<Block> blocks = blocks("quickstart.md");
        writeFiles(blocks);
        assertTrue(Files.exists(folder.resolve("hello.ts")) && Files.exists(folder.resolve("rivet.json")));
        assertEquals("Hello from cellar, /you\n", runJava("FiveSteps", all(blocks, "java", "")));
        Files.delete(folder.resolve("FiveSteps.java"));
        String said = Shell.run(folder, all(blocks, "sh", "server"), all(blocks, "sh", ""));
        assertTrue(said.contains("wrote troupe-env.d.ts\n"), said);
        assertTrue(said.contains("deployed hello  build "), said);
        assertTrue(said.contains("  ready  "), said);
        assertTrue(said.contains("\"room\":\"attic\""), said);
        assertTrue(said.contains("Hello from lobby, /greet/you\n"), said);
        assertTrue(said.contains("\"expires_at\":"), said);
        assertTrue(said.contains("destroyed  "), said);
        assertFalse(said.contains("a-secret-of-yours"), said);
    }

    @Test
    void everyPageIsLinkedAndEveryLinkLeadsSomewhere() throws IOException {
        String readme = Files.readString(DOCS.resolveSibling("README.md"));
        try (Stream<Path> pages = Files.list(DOCS)) {
            for (Path page :
                    pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                String text = Files.readString(page);
                Matcher links = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(text);
                assertEquals(
                        List.of(),
                        links.results()
                                .map(link -> link.group(1))
                                .filter(target -> !Files.exists(DOCS.resolve(target)))
                                .toList(),
                        page.toString());
                assertTrue(readme.contains("docs/" + page.getFileName()), page + " is not in the README");
            }
        }
    }
}
