package dev.troupe.server.api;

import dev.troupe.core.ActorException;
import dev.troupe.core.BuildNotFoundException;
import dev.troupe.core.DeployException;
import dev.troupe.core.GatewayRequiredException;
import dev.troupe.core.InvalidOptionsException;
import dev.troupe.core.LimitExceededException;
import dev.troupe.core.PortUnavailableException;
import dev.troupe.server.connection.ConnectionsExhaustedException;
import dev.troupe.server.http.Reply;
import dev.troupe.server.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/** Answers in JSON, errors among them. Stateless, any thread. */
final class Replies {
    private static final System.Logger LOG = System.getLogger("dev.troupe.server");
    private static final String JSON = "application/json";

    private Replies() {}

    static Reply ok(Object value) {
        return new Reply(200, JSON, Json.write(value));
    }

    static Reply failure(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        ApiFailure told = told(cause);
        Map<String, Object> body = new LinkedHashMap<>();
        String ray = UUID.randomUUID().toString();
        body.put("code", told.code());
        body.put("message", String.valueOf(told.getMessage()));
        body.put("ray_id", ray);
        if (told.status() == 500) {
            LOG.log(System.Logger.Level.ERROR, "Request " + ray + " failed inside the server.", cause);
        }
        return new Reply(told.status(), JSON, Json.write(body));
    }

    private static ApiFailure told(Throwable cause) {
        if (cause instanceof ApiFailure known) {
            return known;
        }
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof BuildNotFoundException) {
            return new ApiFailure("BUILD_NOT_FOUND", 400, message);
        }
        if (cause instanceof InvalidOptionsException
                || cause instanceof GatewayRequiredException
                || cause instanceof DeployException
                || cause instanceof LimitExceededException) {
            return ApiFailure.body(message);
        }
        if (cause instanceof ConnectionsExhaustedException) {
            return new ApiFailure("API_RATE_LIMIT", 429, message);
        }
        if (cause instanceof PortUnavailableException || cause instanceof ActorException) {
            return new ApiFailure("ACTOR_FAILED_TO_CREATE", 400, message);
        }
        // what happened inside is for the log: it may name files and addresses of the host
        return new ApiFailure("API_INTERNAL_ERROR", 500, "The server failed; its log has more under the ray id.");
    }
}
