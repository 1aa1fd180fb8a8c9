package dev.troupe.server.api;

import dev.troupe.server.dashboard.Dashboard;
import dev.troupe.server.http.Endpoint;
import dev.troupe.server.http.Head;
import dev.troupe.server.http.Reception;
import dev.troupe.server.http.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * What becomes of a request to the API: the token is checked before anything is read, then the operation answers whose
 * request it is. Called on connections' threads, and for the answer on a thread for calls; it ends with its
 * {@link Api}.
 */
final class ApiEndpoint implements Endpoint {
    private static final int MOST_BODY = 256 << 10;
    /** The one project, and the one environment, of a host. */
    private static final String DEFAULT = "default";

    private final Token token;
    private final Uploads uploads;
    private final Exports exports;
    private final Router router;

    ApiEndpoint(Token token, Uploads uploads, Exports exports, Router router) {
        this.token = token;
        this.uploads = uploads;
        this.exports = exports;
        this.router = router;
    }

    @Override
    public Reply malformed() {
        return Replies.failure(new ApiFailure("API_BAD_REQUEST", 400, "These bytes are no HTTP request."));
    }

    @Override
    public Reception receive(Head head) {
        if (head.method().equals("PUT") && head.path().startsWith(Uploads.PATH)) {
            return upload(head); // the address is the secret
        }
        if (head.method().equals("GET") && head.path().startsWith(Exports.PATH)) {
            return open(() -> exports.at(head.path())
                    .orElseThrow(
                            () -> new ApiFailure("API_NOT_FOUND", 404, "Nothing is exported here, or no longer.")));
        }
        if (head.method().equals("GET") && head.path().equals(Description.PATH)) {
            return open(Description::reply); // it is the same for everybody
        }
        Optional<Reply> page = head.method().equals("GET") ? Dashboard.file(head.path()) : Optional.empty();
        if (page.isPresent()) {
            return open(page::get);
        }
        if (!token.isIn(head.authorization())) {
            return refuse(new ApiFailure(
                    "API_UNAUTHORIZED", 401, "Send the host's token: the field \"Authorization: Bearer …\"."));
        }
        ApiFailure tooLarge =
                ApiFailure.body("The body has more than " + MOST_BODY + " bytes, which is the limit of a request.");
        if (head.length().filter(length -> length > MOST_BODY).isPresent()) {
            return refuse(tooLarge);
        }
        return new Reception.Collect(MOST_BODY, Replies.failure(tooLarge), body -> answer(head, body));
    }

    private static ApiFailure noneAwaited() {
        return new ApiFailure("API_NOT_FOUND", 404, "No upload is awaited here.");
    }

    /** A request without a body that anybody may make. */
    private static Reception open(Supplier<Reply> answer) {
        return new Reception.Collect(0, Replies.failure(ApiFailure.body("This request has no body.")), body -> {
            try {
                return CompletableFuture.completedStage(answer.get());
            } catch (RuntimeException failure) {
                return CompletableFuture.completedStage(Replies.failure(failure));
            }
        });
    }

    private static Reception refuse(ApiFailure failure) {
        return new Reception.Refuse(Replies.failure(failure));
    }

    private Reception upload(Head head) {
        return uploads.at(head.path())
                .<Reception>map(upload -> new Reception.Store(
                        upload.file(),
                        upload.length(),
                        Replies.failure(ApiFailure.body(
                                "The upload has more than the " + upload.length() + " bytes that were announced.")),
                        Replies.failure(noneAwaited()),
                        file -> CompletableFuture.completedStage(Replies.ok(Map.of()))))
                .orElseGet(() -> refuse(noneAwaited()));
    }

    private CompletionStage<Reply> answer(Head head, byte[] body) {
        CompletionStage<Reply> answer;
        try {
            Call call = new Call(head, new Query(head.query()), body);
            own(call.query(), "project");
            own(call.query(), "environment");
            answer = router.answer(call);
        } catch (RuntimeException failure) {
            return CompletableFuture.completedStage(Replies.failure(failure));
        }
        return answer.exceptionally(Replies::failure);
    }

    private static void own(Query query, String what) {
        own(query.text(what), what);
    }

    /** Refuses another's project or environment. */
    static void own(Optional<String> named, String what) {
        named.filter(name -> !name.equals(DEFAULT)).ifPresent(other -> {
            throw new ApiFailure(
                    "API_FORBIDDEN", 403, "The token is not for this " + what + ": leave it out, or use \"default\".");
        });
    }
}
