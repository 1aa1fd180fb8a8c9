package dev.troupe.server.api;

import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorId;
import dev.troupe.core.ActorLogs;
import dev.troupe.core.LogEntry;
import dev.troupe.core.LogStream;
import dev.troupe.server.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * {@code /actors/logs}: the kept lines, and with a watch index those after it, waited for if there are none yet.
 * Stateless; on a thread for calls, which a waiting request does not keep.
 */
@SuppressWarnings("FutureReturnValueIgnored") // each has its continuation
final class LogApi {
    private static final long LONGEST_WAIT_SECONDS = 15;

    private final ActorHost host;
    private final Executor calls;

    LogApi(ActorHost host, Executor calls) {
        this.host = host;
        this.calls = calls;
    }

    private record Line(int actor, LogEntry entry) {}

    CompletionStage<Reply> get(Call call) {
        LogRequest request = LogRequest.read(call.query());
        List<ActorLogs> logs = request.actors().stream().map(this::logs).toList();
        Optional<List<Long>> after = call.query().text("watch_index").map(index -> positions(index, logs.size()));
        if (after.isEmpty() || isThereMore(logs, after.get())) {
            return CompletableFuture.completedStage(reply(request, logs, after));
        }
        return more(logs, after.get()).thenApplyAsync(waited -> reply(request, logs, after), calls);
    }

    private ActorLogs logs(ActorId id) {
        // of one that ended in the host's earlier life there are no lines, but there is the actor
        return host.logs(id).orElseGet(() -> {
            if (host.snapshot(id).isEmpty()) {
                throw new ApiFailure("ACTOR_NOT_FOUND", 400, "There is no actor \"" + id + "\".");
            }
            return NoLogs.INSTANCE;
        });
    }

    /** The next line's number of each actor, in the order of the actors. */
    private static List<Long> positions(String index, int actors) {
        List<Long> positions = new ArrayList<>();
        try {
            for (String part : index.split("-", -1)) {
                positions.add(Long.parseUnsignedLong(part));
            }
        } catch (NumberFormatException notOurs) {
            positions.clear();
        }
        if (positions.size() != actors) {
            throw ApiFailure.query("\"watch_index\" is not one that this request gave.");
        }
        return positions;
    }

    private static boolean isThereMore(List<ActorLogs> logs, List<Long> after) {
        for (int i = 0; i < logs.size(); i++) {
            if (next(logs.get(i)) > after.get(i)) {
                return true;
            }
        }
        return false;
    }

    private static long next(ActorLogs logs) {
        List<LogEntry> kept = logs.snapshot();
        return kept.isEmpty() ? 0 : kept.get(kept.size() - 1).sequence() + 1;
    }

    /** Completes with the first line that comes, when the actors have ended, or after a while. */
    private static CompletionStage<Boolean> more(List<ActorLogs> logs, List<Long> after) {
        CompletableFuture<Boolean> came = new CompletableFuture<>();
        List<ActorLogs.Following> followings = new ArrayList<>();
        for (int i = 0; i < logs.size(); i++) {
            long position = after.get(i);
            followings.add(logs.get(i).follow(line -> {
                if (line.sequence() >= position) {
                    came.complete(true);
                }
            }));
        }
        CompletableFuture.allOf(followings.stream()
                        .map(following -> following.finished().toCompletableFuture())
                        .toArray(CompletableFuture[]::new))
                .whenComplete((over, failure) -> came.complete(false));
        return came.completeOnTimeout(false, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
                .whenComplete((line, failure) -> followings.forEach(ActorLogs.Following::close));
    }

    private static Reply reply(LogRequest request, List<ActorLogs> logs, Optional<List<Long>> after) {
        List<Line> lines = new ArrayList<>();
        List<String> index = new ArrayList<>();
        for (int i = 0; i < logs.size(); i++) {
            long from = after.isPresent() ? after.get().get(i) : 0;
            List<LogEntry> kept = logs.get(i).snapshot();
            long next = kept.isEmpty() ? from : kept.get(kept.size() - 1).sequence() + 1;
            index.add(Long.toString(Math.max(from, next)));
            int actor = i;
            request.filter(
                            request.actors().get(i),
                            kept.stream()
                                    .filter(line -> line.sequence() >= from)
                                    .toList())
                    .forEach(line -> lines.add(new Line(actor, line)));
        }
        lines.sort(Comparator.comparing(line -> line.entry().time()));
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("actor_ids", request.actors());
        text.put(
                "lines",
                lines.stream()
                        .map(line -> Base64.getEncoder()
                                .encodeToString(line.entry().text().getBytes(StandardCharsets.UTF_8)))
                        .toList());
        text.put("timestamps", lines.stream().map(line -> line.entry().time()).toList());
        text.put(
                "streams",
                lines.stream()
                        .map(line -> line.entry().stream() == LogStream.STDOUT ? 0 : 1)
                        .toList());
        text.put("actor_indices", lines.stream().map(Line::actor).toList());
        text.put("watch", Map.of("index", index.stream().collect(Collectors.joining("-"))));
        return Replies.ok(text);
    }
}
