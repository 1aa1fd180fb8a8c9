package dev.troupe.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorQuery;
import dev.troupe.server.http.Head;
import dev.troupe.server.http.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an actor that a create waits for and that never listens. */
class WaitReadyTest {
    private static final String CREATE = "{\"tags\":{\"kind\":\"deaf\"},\"build_tags\":{\"name\":\"a\"},\"network\":"
            + "{\"wait_ready\":true,\"ports\":{\"web\":{\"protocol\":\"http\"}}}}";

    @TempDir
    Path directory;

    @Test
    void anActorThatIsNotReadyInTimeIsDestroyed() throws Exception {
        try (ApiServer server = ApiServer.open(directory)) {
            ActorApi api = new ActorApi(server.host, Duration.ofMillis(500));
            Head head = new Head("POST", "/actors", Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
            CompletableFuture<Reply> answer = api.create(
                            new Call(head, new Query(Map.of()), CREATE.getBytes(StandardCharsets.UTF_8)))
                    .toCompletableFuture();
            Actor deaf =
                    server.host.list(ActorQuery.tags(Map.of("kind", "deaf"))).get(0);

            CompletionException thrown = assertThrows(CompletionException.class, answer::join);
            ApiFailure failure = assertInstanceOf(ApiFailure.class, thrown.getCause());
            assertEquals("ACTOR_FAILED_TO_CREATE", failure.code());
            assertTrue(String.valueOf(failure.getMessage()).contains("was destroyed"), failure.getMessage());
            deaf.terminated().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
    }
}
