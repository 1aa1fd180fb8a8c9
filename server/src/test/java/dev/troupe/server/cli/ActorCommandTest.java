package dev.troupe.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.ActorHost;
import dev.troupe.core.GatewayAddress;
import dev.troupe.server.api.Api;
import dev.troupe.server.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command against an API: deploy, create, list, logs, connect, destroy. */
@Timeout(120)
@SuppressWarnings("NullAway") // an answer that lacks a member fails the test
class ActorCommandTest {
    @TempDir
    Path directory;

    private ActorHost host;
    private Api api;

    @BeforeEach
    void open() throws Exception {
        host = ActorHost.builder()
                .remembered(10)
                .gateway(new GatewayAddress(URI.create("http://gateway.test:1"), Optional.empty()))
                .build();
        api = Api.open(host, "secret", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Path folder = Files.createDirectories(directory.resolve("project/src"));
        Files.createDirectories(directory.resolve("project/node_modules/words"));
        Files.writeString(directory.resolve("project/node_modules/words/index.js"), "exports.word = 'hello';");
        program("one");
        Files.writeString(
                directory.resolve("project/rivet.jsonc"),
                "{ // one program\n \"builds\": { \"hello\": { \"script\": \"src/main.ts\", \"tags\": { \"team\": \"a\" } } },\n"
                        + " \"functions\": { \"web\": { \"script\": \"src/main.ts\", \"path\": \"/web\" } } }");
        assertTrue(Files.isDirectory(folder));
    }

    private void program(String version) throws Exception {
        Files.writeString(
                directory.resolve("project/src/main.ts"),
                "import * as http from 'http';\nimport { word } from 'words';\n"
                        + "export default { async start(ctx: any) {\n"
                        + "  console.log(word, '" + version + "'); console.error('to err');\n"
                        + "  http.createServer((req, res) => res.end(word + ' " + version
                        + "')).listen(process.env.PORT_HTTP);\n"
                        + "  await new Promise(() => {});\n} };\n");
    }

    @AfterEach
    void close() {
        api.close();
        host.close();
    }

    private record Said(int code, String out, String err) {}

    private static Said run(Map<String, String> environment, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Troupe.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
        return new Said(code, out.toString(), err.toString());
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private Said troupe(String... words) {
        String endpoint = "http://127.0.0.1:" + api.address().getPort();
        return run(Map.of("TROUPE_TOKEN", "secret", "TROUPE_ENDPOINT", endpoint), words);
    }

    private Map<?, ?> json(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        Said said = troupe(all.toArray(String[]::new));
        assertEquals(0, said.code(), said.err());
        return (Map<?, ?>) Json.parse(said.out().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aProjectIsDeployedAndItsActorLivesAndDies() throws Exception {
        Said deployed = troupe("deploy", path("project"));
        assertEquals(0, deployed.code(), deployed.err());
        assertTrue(
                deployed.out()
                        .matches(
                                "(?s)deployed hello  build \\S+\\Rdeployed web  build \\S+\\R  route web\\.localhost/web\\R"),
                deployed.out());
        assertTrue(deployed.err().contains("packed 3 of 3 files"), deployed.err());

        Said created = troupe("actor", "create", "hello", "--tag", "room=lobby", "--port", "http=host", "--wait");
        assertEquals(0, created.code(), created.err());
        List<String> lines = created.out().lines().toList();
        String id = lines.get(0);
        URI url = URI.create(lines.get(1).substring("http  ".length()));
        assertEquals("hello one", get(url));
        assertTrue(troupe("actor", "get", id).out().startsWith(id + "  ready"));
        assertTrue(troupe("actor", "list", "--tag", "room=lobby").out().matches(id + "  ready +\\S+  room=lobby\\R"));
        Said logs = troupe("actor", "logs", id);
        assertEquals("hello one", logs.out().strip());
        assertTrue(logs.err().contains("to err"), logs.err());

        String guarded = (String) ((Map<?, ?>) json("actor", "create", "hello", "--port", "http", "--durable")
                        .get("actor"))
                .get("id");
        Said connected = troupe(
                "actor", "connect", guarded, "--ttl", "5m", "--uses", "2", "--path-prefix", "/a", "--method", "GET");
        assertTrue(connected.out().startsWith("http://gateway.test:1/" + guarded + "-http/~troupe."), connected.err());

        assertEquals(
                "destroyed  " + id,
                troupe("actor", "destroy", id, "--grace", "0s").out().strip());
        assertTrue(((List<?>) json("actor", "list", "--tag", "room=lobby").get("actors")).isEmpty());
        Said followed = troupe("actor", "logs", id, "--follow", "--json");
        assertEquals(2, followed.out().lines().count(), followed.out());
    }

    @Test
    void aSecondDeploymentIsCurrentAndUpgrades() throws Exception {
        json("deploy", path("project"));
        Map<?, ?> actor =
                (Map<?, ?>) json("actor", "create", "hello", "--tag", "name=hello", "--port", "http=host", "--wait")
                        .get("actor");
        program("two");
        Map<?, ?> again = json("deploy", path("project/rivet.jsonc"), "--tag", "version=2");
        Map<?, ?> build = (Map<?, ?>) ((List<?>) again.get("builds")).get(0);
        assertEquals(1L, build.get("upgraded"));
        assertEquals(
                Map.of("name", "hello", "type", "actor", "team", "a", "version", "2", "current", "true"),
                build.get("tags"));
        assertEquals(
                1,
                host.builds().stream()
                        .filter(one -> one.matches(Map.of("name", "hello", "current", "true")))
                        .count());
        assertEquals(
                1,
                host.list(dev.troupe.core.ActorQuery.tags(Map.of("function", "web")))
                        .size());
        URI url = URI.create((String)
                ((Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) actor.get("network")).get("ports")).get("http")).get("url"));
        String said = get(url);
        while (!said.equals("hello two")) {
            said = get(url);
        }
    }

    private static String get(URI url) throws Exception {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (java.io.IOException whileItIsUpgraded) {
            return "";
        }
    }

    private static void failed(int code, String words, Said said) {
        assertEquals(code, said.code(), said.err());
        assertTrue(said.err().contains(words), said.err());
        assertEquals("", said.out());
    }

    @Test
    void failuresAreToldAndHaveACode() throws Exception {
        failed(2, "TROUPE_TOKEN", run(Map.of(), "actor", "list"));
        failed(2, "troupe actor list", run(Map.of(), "actor"));
        failed(
                1,
                "Nothing answers at http://127.0.0.1:1",
                run(Map.of("RIVET_TOKEN", "x"), "actor", "list", "--endpoint", "http://127.0.0.1:1"));
        failed(1, "is no address", run(Map.of("RIVET_TOKEN", "x"), "actor", "list", "--endpoint", "nonsense"));
        String endpoint = "http://127.0.0.1:" + api.address().getPort();
        failed(
                1,
                "TROUPE_TOKEN or RIVET_TOKEN",
                run(Map.of("TROUPE_TOKEN", "wrong"), "actor", "list", "--endpoint", endpoint));
        failed(1, "There is no actor", troupe("actor", "get", "nobody"));
        failed(1, "\"code\":\"ACTOR_NOT_FOUND\"", troupe("actor", "get", "nobody", "--json"));
        failed(1, "No build has the tags", troupe("actor", "create", "nothing"));
        failed(2, "is no way to reach a port", troupe("actor", "create", "hello", "--port", "http=moon"));
        failed(2, "is no time", troupe("actor", "destroy", "x", "--grace", "soon"));
        failed(1, "There is no file", troupe("deploy", path("nothing")));
        failed(2, "is no address", run(Map.of("TROUPE_TOKEN", "x", "TROUPE_ENDPOINT", "a b"), "actor", "list"));
        Said help = run(Map.of(), "actor", "connect", "--help");
        assertEquals(0, help.code());
        assertTrue(help.out().contains("--path-prefix"), help.out());
    }
}
