package dev.troupe.server.api;

import dev.troupe.server.http.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One thing that the API does. A value.
 *
 * @param method in upper case
 * @param path as the description has it, with names in braces: {@code /actors/{actor}/upgrade}
 * @param answer called on a thread for calls with what is in the place of the names
 */
record Operation(String method, String path, Answer answer) {

    /** Answers a request whose path this is. */
    interface Answer {
        CompletionStage<Reply> to(Call call, List<String> names);
    }

    static Operation of(String method, String path, Function<Call, Reply> answer) {
        return new Operation(method, path, (call, names) -> done(answer.apply(call)));
    }

    static Operation named(String method, String path, BiFunction<Call, String, Reply> answer) {
        return new Operation(method, path, (call, names) -> done(answer.apply(call, names.get(0))));
    }

    static CompletionStage<Reply> done(Reply reply) {
        return CompletableFuture.completedStage(reply);
    }
}
