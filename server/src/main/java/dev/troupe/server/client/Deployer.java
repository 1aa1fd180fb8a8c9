package dev.troupe.server.client;

import dev.troupe.server.project.Bundle;
import dev.troupe.server.project.ProjectBuild;
import dev.troupe.server.project.ProjectFunction;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deploys programs of a project with the API's own requests. Owned by a command, on its thread; it ends with the last
 * request.
 */
public final class Deployer {
    private final ApiClient api;
    private final Report report;

    /** What is told on the way. */
    public interface Report extends Bundle.Progress, Upload.Progress {}

    public Deployer(ApiClient api, Report report) {
        this.api = api;
        this.report = report;
    }

    /** Packs and uploads a program and makes it the current build of its name. Gives the build's id. */
    public String deploy(Bundle bundle, ProjectBuild program, Map<String, String> tags) throws IOException {
        Path archive = Files.createTempFile("troupe-deploy", ".tar");
        try {
            bundle.write(archive, program.compressed(), report);
            Map<?, ?> prepared = api.send(
                    "POST",
                    "/builds/prepare",
                    Map.of(
                            "image_file",
                            Map.of(
                                    "path",
                                    "build.tar",
                                    "content_type",
                                    "application/x-tar",
                                    "content_length",
                                    Files.size(archive)),
                            "kind",
                            "javascript",
                            "compression",
                            program.compressed() ? "lz4" : "none"));
            String build = text(prepared, "build");
            for (Object request : list(prepared, "presigned_requests")) {
                api.upload(api.endpoint().resolve(URI.create(text(request, "url"))), archive, report);
            }
            api.send("POST", "/builds/" + build + "/complete", Map.of("main", program.script()));
            api.send("PATCH", "/builds/" + build + "/tags", Map.of("tags", tags, "exclusive_tags", List.of("current")));
            return build;
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    /** Lets actors with certain tags run a build; gives how many. */
    public long upgrade(Map<String, String> tags, String build) {
        Map<?, ?> answer = api.send("POST", "/actors/upgrade", Map.of("tags", tags, "build", build));
        return answer.get("count") instanceof Long count ? count : 0;
    }

    /** Creates the function's actor, durable and open through the gateway. */
    public void create(ProjectFunction function, Map<String, String> tags, String build) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("tags", tags);
        body.put("build", build);
        body.put("runtime", Map.of("environment", function.environment()));
        body.put(
                "network",
                Map.of(
                        "ports",
                        Map.of(
                                "http",
                                Map.of("protocol", "http", "routing", Map.of("guard", Map.of("public", true))))));
        function.resources()
                .ifPresent(needs -> body.put("resources", Map.of("cpu", needs.cpu(), "memory", needs.memory())));
        body.put("lifecycle", Map.of("durable", true));
        api.send("POST", "/actors", body);
    }

    /** Leads requests for the function to its actors. */
    public void route(ProjectFunction function, String hostname, Map<String, String> tags) {
        api.send(
                "PUT",
                "/routes/" + ApiClient.encoded(function.build().name()),
                Map.of(
                        "hostname",
                        hostname,
                        "path",
                        function.path(),
                        "strip_prefix",
                        function.stripPrefix(),
                        "route_subpaths",
                        function.routeSubpaths(),
                        "target",
                        Map.of("actors", Map.of("selector_tags", tags))));
    }

    private static String text(Object from, String name) {
        if (from instanceof Map<?, ?> map && map.get(name) instanceof String text) {
            return text;
        }
        throw new ClientException("CLIENT_ANSWER", "The answer has no \"" + name + "\": is it the address of an API?");
    }

    private static List<?> list(Map<?, ?> from, String name) {
        return from.get(name) instanceof List<?> list ? list : List.of();
    }
}
