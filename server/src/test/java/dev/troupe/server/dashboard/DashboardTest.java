package dev.troupe.server.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.Script;
import dev.troupe.server.api.Api;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as its reader sees it, in a real browser where one is installed. */
class DashboardTest {
    private static final Path SHOTS = Path.of("target/screenshots");
    /** Each file that the page consists of. */
    private static final String[] FILES = {
        "/",
        "/dashboard/style.css",
        "/dashboard/api.js",
        "/dashboard/log.js",
        "/dashboard/main.js",
        "/dashboard/text.js"
    };

    private final ActorHost host = ActorHost.builder().remembered(10).build();

    @TempDir
    Path profile;

    @SuppressWarnings("NullAway.Init")
    private Api api;

    @BeforeEach
    void open() throws Exception {
        api = Api.open(host, "secret", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() {
        api.close();
        host.close();
    }

    private String address() {
        return "http://127.0.0.1:" + api.address().getPort();
    }

    private Actor ticking() {
        host.deploy(Script.inline("b.mjs", "export default {}"), Map.of("name", "clock", "current", "true"));
        return host.create(ActorOptions.builder()
                .script(Script.inline("tick.mjs", """
                        export default {
                          async start() {
                            console.error('<img src=x onerror=alert(1)>');
                            let ticks = 0;
                            setInterval(() => console.log(`tick ${++ticks}`), 50);
                          },
                        };
                        """))
                .tags(Map.of("room", "<b>lobby</b>"))
                .build());
    }

    @Test
    void itsFilesAreForEverybodyAndAllowNothingForeign() throws Exception {
        for (String path : FILES) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address() + path)).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), path);
            String policy =
                    answer.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
        }
        HttpResponse<String> other = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + "/dashboard/../openapi.json"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(401, other.statusCode());
    }

    @Test
    void aReaderWithAKeyboardOpensItAndFollowsALog() throws Exception {
        Actor actor = ticking();
        actor.ready().toCompletableFuture().join();
        try (Browser browser = browser(1100, 800)) {
            browser.visit(address() + "/");
            browser.await("document.activeElement?.id === 'token'");
            browser.type("wrong");
            browser.press("Enter");
            browser.await("document.getElementById('refused').textContent.includes('not the token')");
            browser.type("secret");
            browser.press("Enter");
            browser.await("document.querySelectorAll('#actors tbody tr').length === 1");
            browser.await("document.querySelector('.state').textContent === 'running'");
            assertEquals("room=<b>lobby</b>", browser.ask("document.querySelector('#actors .tags').textContent"));
            assertEquals(
                    "current=true name=clock",
                    browser.ask("document.querySelector('#builds .tags').textContent.split(' ').sort().join(' ')"));
            browser.press("Tab");
            browser.await("document.activeElement?.dataset?.actor === '" + actor.id() + "'");
            browser.press("Enter");
            browser.await("document.getElementById('log').innerText.includes('tick 3')");
            assertEquals(true, browser.ask("document.getElementById('log').innerText.startsWith('<img src=x')"));
            browser.screenshot(SHOTS.resolve("dashboard.png"));
            browser.press("Escape");
            browser.await("document.getElementById('log-section').hidden");
            browser.await("document.activeElement?.dataset?.actor === '" + actor.id() + "'");
            actor.close();
            browser.await("document.querySelector('.state').textContent.startsWith('terminated')");
        }
    }

    @Test
    void itFitsAPhone() throws Exception {
        ticking().ready().toCompletableFuture().join();
        try (Browser browser = browser(390, 844)) {
            browser.visit(address() + "/#token=secret");
            browser.await("document.querySelectorAll('#actors tbody tr').length === 1");
            assertEquals("", browser.ask("location.hash"));
            assertEquals(true, browser.ask("document.documentElement.scrollWidth <= window.innerWidth"));
            browser.screenshot(SHOTS.resolve("dashboard-phone.png"));
        }
    }

    private Browser browser(int width, int height) throws Exception {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "no Chromium is installed");
        return Browser.open(chromium.get(), profile, width, height);
    }
}
