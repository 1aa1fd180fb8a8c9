package dev.troupe.server.project;

import dev.troupe.core.Resources;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a {@code rivet.json} says. Confined to one file and its thread. */
final class ProjectReader {
    private static final List<String> ROOT = List.of("builds", "actors", "functions");
    private static final List<String> BUILD = List.of("script", "tags", "unstable");
    private static final List<String> FUNCTION = List.of(
            "script", "tags", "unstable", "path", "routeSubpaths", "stripPrefix", "networking", "runtime", "resources");
    private static final List<String> UNSTABLE =
            List.of("minify", "analyzeResult", "esbuildLogLevel", "compression", "dumpBuild", "noBundler");
    private static final List<String> DOCKER = List.of(
            "dockerfile", "image", "buildPath", "build_path", "buildTarget", "build_target", "buildArgs", "build_args");
    private static final int MOST = 64;
    /** Tags that a deployment sets itself. */
    private static final List<String> OWN_TAGS = List.of("name", "version", "current");

    private final Path folder;
    private final List<String> notes = new ArrayList<>();

    private ProjectReader(Path folder) {
        this.folder = folder;
    }

    static Project read(Path folder, String file, Object json) {
        ProjectReader reader = new ProjectReader(folder);
        Settings root = Settings.root(file, json);
        for (String refused : List.of("containers", "rivetkit")) {
            if (root.has(refused)) {
                throw root.wrong(refused, "needs containers, and this host runs JavaScript and TypeScript only.");
            }
        }
        root.only(ROOT).alias("actors", "builds");
        List<ProjectBuild> builds = new ArrayList<>();
        named(root, "builds").forEach((name, build) -> builds.add(reader.build(name, build, BUILD)));
        List<ProjectFunction> functions = new ArrayList<>();
        named(root, "functions").forEach((name, function) -> {
            if (builds.stream().anyMatch(build -> build.name().equals(name))) {
                throw root.wrong("functions." + name, "has the name of a build: give it another.");
            }
            functions.add(reader.function(name, function));
        });
        if (builds.isEmpty() && functions.isEmpty()) {
            throw new ProjectException(
                    file + " names no program: give it {\"builds\": {\"hello\": {\"script\": \"hello.ts\"}}}.");
        }
        return new Project(folder, builds, functions, reader.notes);
    }

    private static Map<String, Settings> named(Settings root, String kind) {
        Map<String, Settings> all = new LinkedHashMap<>();
        root.object(kind).ifPresent(map -> {
            if (map.names().size() > MOST) {
                throw root.wrong(kind, "has " + map.names().size() + " members; the limit is " + MOST + ".");
            }
            map.names()
                    .forEach(name ->
                            all.put(name, map.object(name).orElseThrow(() -> map.wrong(name, "must be an object."))));
        });
        return all;
    }

    private ProjectBuild build(String name, Settings build, List<String> known) {
        for (String docker : DOCKER) {
            if (build.has(docker)) {
                throw build.wrong(
                        docker,
                        "makes this a docker build, and this host runs JavaScript and TypeScript only: give a"
                                + " \"script\".");
            }
        }
        build.only(known);
        Map<String, String> tags = build.texts("tags");
        for (String own : OWN_TAGS) {
            if (tags.containsKey(own)) {
                throw build.wrong("tags." + own, "is set by the deployment itself: leave it out.");
            }
        }
        String script =
                build.text("script").orElseThrow(() -> build.wrong("script", "is missing: give the program's file."));
        boolean compressed = build.object("unstable").map(this::isCompressed).orElse(false);
        return new ProjectBuild(name, script(build, script), tags, compressed);
    }

    private String script(Settings build, String script) {
        try {
            Path file = folder.resolve(script).normalize();
            if (!file.startsWith(folder)) {
                throw build.wrong("script", "is outside of the project's folder: " + script + ".");
            }
            if (!Files.isRegularFile(file)) {
                throw build.wrong("script", "names a file that is not there: " + file + ".");
            }
            return folder.relativize(file).toString().replace('\\', '/');
        } catch (InvalidPathException badName) {
            throw build.wrong("script", "is no name of a file.");
        }
    }

    private boolean isCompressed(Settings unstable) {
        unstable.alias("analyze_result", "analyzeResult")
                .alias("esbuild_log_level", "esbuildLogLevel")
                .alias("dump_build", "dumpBuild")
                .alias("no_bundler", "noBundler")
                .only(UNSTABLE);
        for (String flag : List.of("minify", "analyzeResult", "dumpBuild", "noBundler")) {
            unstable.flag(flag);
        }
        unstable.text("esbuildLogLevel");
        unstable.names().stream()
                .filter(name -> !name.equals("compression") && !name.equals("noBundler"))
                .forEach(name -> notes.add("\"" + unstable.at(name)
                        + "\" changes nothing: programs run as they are written, without a bundler."));
        String compression = unstable.text("compression").orElse("none");
        if (!compression.equals("none") && !compression.equals("lz4")) {
            throw unstable.wrong("compression", "is \"" + compression + "\": use none or lz4.");
        }
        return compression.equals("lz4");
    }

    private ProjectFunction function(String name, Settings function) {
        function.alias("route_subpaths", "routeSubpaths").alias("strip_prefix", "stripPrefix");
        ProjectBuild build = build(name, function, FUNCTION);
        function.object("networking").ifPresent(networking -> {
            networking.alias("internal_port", "internalPort").only(List.of("internalPort"));
            networking
                    .number("internalPort")
                    .ifPresent(port -> notes.add("\"" + networking.at("internalPort")
                            + "\" changes nothing: the program finds its port in process.env.PORT_HTTP."));
        });
        Map<String, String> environment = function.object("runtime")
                .map(runtime -> runtime.only(List.of("environment")).texts("environment"))
                .orElse(Map.of());
        Optional<Resources> resources = function.object("resources").map(given -> {
            given.only(List.of("cpu", "memory"));
            return new Resources(
                    given.number("cpu").orElseThrow(() -> given.wrong("cpu", "is missing.")),
                    given.number("memory").orElseThrow(() -> given.wrong("memory", "is missing.")));
        });
        return new ProjectFunction(
                build,
                function.text("path").orElse(""),
                function.flag("routeSubpaths").orElse(true),
                function.flag("stripPrefix").orElse(true),
                environment,
                resources);
    }
}
