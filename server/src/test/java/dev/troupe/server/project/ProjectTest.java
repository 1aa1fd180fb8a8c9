package dev.troupe.server.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Resources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {
    @TempDir
    Path folder;

    @BeforeEach
    void scripts() throws Exception {
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("src/main.ts"), "");
        Files.writeString(folder.resolve("http.ts"), "");
    }

    private Project read(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text.replace('\'', '"'));
        try {
            return Project.read(folder);
        } finally {
            Files.delete(folder.resolve(name));
        }
    }

    @Test
    void everySettingIsRead() throws Exception {
        Project project = read("rivet.jsonc", """
                {
                  // programs
                  'builds': {
                    'hello': { 'script': './src/../src/main.ts', 'tags': { 'team': 'a' },
                               'unstable': { 'minify': false, 'no_bundler': true, 'compression': 'lz4' } },
                  },
                  /* and those that run */
                  'functions': {
                    'web': { 'script': 'http.ts', 'path': '/web', 'route_subpaths': false, 'strip_prefix': false,
                             'runtime': { 'environment': { 'A': 'b' } }, 'networking': { 'internal_port': 80 },
                             'resources': { 'cpu': 100, 'memory': 64 } },
                    'plain': { 'script': 'http.ts' },
                  },
                }
                """);
        assertEquals(List.of(new ProjectBuild("hello", "src/main.ts", Map.of("team", "a"), true)), project.builds());
        ProjectBuild web = new ProjectBuild("web", "http.ts", Map.of(), false);
        ProjectBuild plain = new ProjectBuild("plain", "http.ts", Map.of(), false);
        assertEquals(
                List.of(
                        new ProjectFunction(
                                web, "/web", false, false, Map.of("A", "b"), Optional.of(new Resources(100, 64))),
                        new ProjectFunction(plain, "", true, true, Map.of(), Optional.empty())),
                project.functions());
        assertEquals(2, project.notes().size(), project.notes().toString());
        assertTrue(project.notes().get(0).startsWith("\"builds.hello.unstable.minify\" changes nothing"));
        assertEquals(folder.toAbsolutePath().normalize(), project.folder());
        assertEquals(
                "hello",
                read("rivet.json", "{'actors':{'hello':{'script':'http.ts'}}}")
                        .builds()
                        .get(0)
                        .name());
    }

    @Test
    void whatIsWrongIsToldWithTheWayToIt() throws Exception {
        List<List<String>> table = List.of(
                List.of("", "no JSON"),
                List.of("{", "line 1"),
                List.of("[]", "must hold an object"),
                List.of("{}", "names no program"),
                List.of("{'build':{}}", "\"build\" is no setting: did you mean \"builds\"?"),
                List.of("{'function':{}}", "did you mean \"functions\"?"),
                List.of("{'something':{}}", "\"something\" is no setting: use builds, actors, functions."),
                List.of("{'builds':{},'actors':{}}", "are one setting"),
                List.of("{'containers':{'a':{'dockerfile':'Dockerfile'}}}", "\"containers\" needs containers"),
                List.of("{'rivetkit':{}}", "\"rivetkit\" needs containers"),
                List.of("{'builds':[]}", "\"builds\" must be an object"),
                List.of("{'builds':{'a':'b'}}", "\"builds.a\" must be an object"),
                List.of("{'builds':{'a':{}}}", "\"builds.a.script\" is missing"),
                List.of("{'builds':{'a':{'script':1}}}", "\"builds.a.script\" must be a string"),
                List.of("{'builds':{'a':{'script':'none.ts'}}}", "is not there"),
                List.of("{'builds':{'a':{'script':'../x.ts'}}}", "outside of the project's folder"),
                List.of("{'builds':{'a':{'script':'src'}}}", "is not there"),
                List.of(
                        "{'builds':{'a':{'dockerfile':'Dockerfile'}}}",
                        "\"builds.a.dockerfile\" makes this a docker build"),
                List.of("{'builds':{'a':{'image':'x'}}}", "docker build"),
                List.of("{'builds':{'a':{'scripts':'http.ts'}}}", "did you mean \"script\"?"),
                List.of("{'builds':{'a':{'script':'http.ts','tags':{'b':1}}}}", "\"builds.a.tags.b\" must be a string"),
                List.of(
                        "{'builds':{'a':{'script':'http.ts','tags':{'current':'true'}}}}",
                        "set by the deployment itself"),
                List.of("{'builds':{'a':{'script':'http.ts','unstable':{'minfy':true}}}}", "did you mean \"minify\"?"),
                List.of("{'builds':{'a':{'script':'http.ts','unstable':{'minify':1}}}}", "must be true or false"),
                List.of("{'builds':{'a':{'script':'http.ts','unstable':{'compression':'zip'}}}}", "use none or lz4"),
                List.of("{'functions':{'a':{'script':'http.ts','pth':'/'}}}", "did you mean \"path\"?"),
                List.of("{'functions':{'a':{'script':'http.ts','resources':{'cpu':0,'memory':1}}}}", "1 or more"),
                List.of(
                        "{'functions':{'a':{'script':'http.ts','resources':{'cpu':1}}}}",
                        "\"functions.a.resources.memory\" is missing"),
                List.of(
                        "{'builds':{'a':{'script':'http.ts'}},'functions':{'a':{'script':'http.ts'}}}",
                        "has the name of a build"));
        for (List<String> row : table) {
            ProjectException told =
                    assertThrows(ProjectException.class, () -> read("rivet.json", row.get(0)), row.get(0));
            assertTrue(String.valueOf(told.getMessage()).contains(row.get(1)), told.getMessage());
        }
    }

    @Test
    void thereIsOneFile() throws Exception {
        assertTrue(String.valueOf(assertThrows(ProjectException.class, () -> Project.read(folder))
                        .getMessage())
                .contains("neither a rivet.json nor a rivet.jsonc"));
        Files.writeString(folder.resolve("rivet.json"), "{}");
        Files.writeString(folder.resolve("rivet.jsonc"), "{}");
        assertTrue(String.valueOf(assertThrows(ProjectException.class, () -> Project.read(folder))
                        .getMessage())
                .startsWith("Both "));
        assertTrue(String.valueOf(assertThrows(ProjectException.class, () -> Project.read(folder.resolve("x.json")))
                        .getMessage())
                .startsWith("There is no file "));
    }
}
