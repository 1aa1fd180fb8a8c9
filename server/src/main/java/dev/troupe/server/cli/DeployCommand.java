package dev.troupe.server.cli;

import dev.troupe.server.client.ApiClient;
import dev.troupe.server.client.Deployer;
import dev.troupe.server.project.Bundle;
import dev.troupe.server.project.Project;
import dev.troupe.server.project.ProjectBuild;
import dev.troupe.server.project.ProjectFunction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code troupe deploy}: sends the programs of a {@code rivet.json} to a host, makes them current and upgrades the
 * actors that run their name. Made by picocli, on the main thread, which waits.
 */
@Command(
        name = "deploy",
        description = "Deploys the programs that rivet.json names, and upgrades running actors with the tag name=…",
        mixinStandardHelpOptions = true)
final class DeployCommand implements Callable<Integer> {
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Mixin
    ApiTarget api = new ApiTarget();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The rivet.json or rivet.jsonc, or its folder. Default: the one here.")
    Path file = Path.of("");

    @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "One more tag of the builds, such as version=1.2.")
    Map<String, String> tags = new LinkedHashMap<>();

    @Option(names = "--no-upgrade", description = "Leaves running actors on their builds.")
    boolean noUpgrade;

    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            description = "Functions answer at NAME.DOMAIN. Default: localhost, or the endpoint's host.")
    @Nullable
    String domain;

    private final List<Map<String, Object>> deployed = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Project project = Project.read(file);
        ApiClient client = api.client();
        if (!api.json) {
            project.notes().forEach(note -> api.err().println("note: " + note));
        }
        Bundle bundle = Bundle.of(project.folder());
        Deployer deployer = new Deployer(client, new DeployProgress(api.err(), !api.json));
        for (ProjectBuild build : project.builds()) {
            deploy(deployer, bundle, build, Map.of("type", "actor"));
        }
        FunctionRoutes routes = new FunctionRoutes(client, domain);
        for (ProjectFunction function : project.functions()) {
            String id = deploy(deployer, bundle, function.build(), Map.of("type", "function"));
            String hostname = routes.deploy(deployer, function, id, !noUpgrade);
            deployed.get(deployed.size() - 1).put("hostname", hostname);
            say("  route " + hostname + function.path());
        }
        api.print(Map.of("builds", deployed), () -> {});
        return CommandLine.ExitCode.OK;
    }

    private String deploy(Deployer deployer, Bundle bundle, ProjectBuild build, Map<String, String> kind)
            throws IOException {
        Map<String, String> all = new LinkedHashMap<>(kind);
        all.putAll(build.tags());
        all.put("version", VERSION.format(Instant.now()));
        all.putAll(tags);
        all.put("name", build.name());
        all.put("current", "true");
        String id = deployer.deploy(bundle, build, all);
        long upgraded = noUpgrade ? 0 : deployer.upgrade(Map.of("name", build.name()), id);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", id);
        told.put("name", build.name());
        told.put("tags", all);
        told.put("upgraded", upgraded);
        deployed.add(told);
        say("deployed " + build.name() + "  build " + id + (upgraded > 0 ? "  upgraded " + upgraded + " actors" : ""));
        return id;
    }

    private void say(String text) {
        if (!api.json) {
            api.out().println(text);
            api.out().flush();
        }
    }
}
