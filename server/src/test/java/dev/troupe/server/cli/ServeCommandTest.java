package dev.troupe.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
    /** The JVM's exit code after SIGTERM. */
    private static final int TERMINATED = 143;

    @TempDir
    Path directory;

    @Test
    void itServesTheApiWithATokenOfItsOwnUntilItIsStopped() throws Exception {
        try (TroupeProcess troupe = TroupeProcess.start(directory, "serve", "--port", "0", "--data", "data")) {
            String token = troupe.awaitLine("token  ");
            URI api = URI.create(troupe.awaitLine("api  "));
            assertEquals(200, status(api.resolve("/actors"), token));
            assertEquals(401, status(api.resolve("/actors"), token + "x"));
            assertEquals(404, status(URI.create(troupe.awaitLine("gateway  ") + "/"), token));
            assertTrue(directory.resolve("data/host.lock").toFile().exists());
            troupe.interrupt();
            assertEquals(TERMINATED, troupe.exitCode());
        }
    }

    @Test
    void aGivenTokenIsNotPrinted() throws Exception {
        try (TroupeProcess troupe = TroupeProcess.start(directory, "serve", "--port", "0", "--token", "mine")) {
            URI api = URI.create(troupe.awaitLine("api  "));
            assertEquals(200, status(api.resolve("/regions"), "mine"));
            troupe.interrupt();
            String rest = troupe.remainingOutput() + troupe.errors();
            assertTrue(!rest.contains("mine"), rest);
        }
    }

    private static int status(URI url, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
