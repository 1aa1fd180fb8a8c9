package dev.troupe.server.api;

import dev.troupe.server.http.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Finds the operation of a request by its method and path; a word that is written out comes before a name in braces.
 * Immutable; any thread.
 */
final class Router {
    private final List<Operation> operations;
    private final Map<String, List<Operation>> byShape = new HashMap<>();

    Router(List<Operation> operations) {
        this.operations = List.copyOf(operations);
        List<Operation> exactFirst = new ArrayList<>(operations);
        exactFirst.sort(Comparator.comparingInt(operation -> names(operation.path())));
        exactFirst.forEach(operation -> byShape.computeIfAbsent(shape(operation.method(), operation.path()), none -> {
                    return new ArrayList<>();
                })
                .add(operation));
    }

    List<Operation> operations() {
        return operations;
    }

    private static int names(String path) {
        return (int) path.chars().filter(at -> at == '{').count();
    }

    private static String shape(String method, String path) {
        return method + " " + path.chars().filter(at -> at == '/').count();
    }

    CompletionStage<Reply> answer(Call call) {
        String method = call.head().method();
        String path = call.head().path();
        for (Operation operation : byShape.getOrDefault(shape(method, path), List.of())) {
            Optional<List<String>> names = match(operation.path().split("/", -1), path.split("/", -1));
            if (names.isPresent()) {
                return operation.answer().to(call, names.get());
            }
        }
        throw new ApiFailure("API_NOT_FOUND", 404, "The API has no " + method + " of this path.");
    }

    private static Optional<List<String>> match(String[] pattern, String[] path) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].startsWith("{")) {
                names.add(path[i]);
            } else if (!pattern[i].equals(path[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }
}
