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
        LogRequest request = LogRequest.read(call.query(), host);
        List<ActorLogs> logs = request.actors().stream().map(this::logs).toList();
        Optional<List<Long>> after = call.query().text("watch_index").map(request::positions);
        if (after.isEmpty() || isThereMore(logs, after.get())) {
            return CompletableFuture.completedStage(reply(request, logs, after));
        }
        return more(logs, after.get()).thenApplyAsync(waited -> reply(request, logs, after), calls);
    }

    /** All lines that are meant, as text. */
    String text(LogRequest request) {
        StringBuilder text = new StringBuilder();
        for (Line line :
                lines(request, kept(request.actors().stream().map(this::logs).toList(), Optional.empty()))) {
            text.append(line.entry().time())
                    .append(line.entry().stream() == LogStream.STDOUT ? " [stdout] " : " [stderr] ")
                    .append(line.entry().text())
                    .append('\n');
        }
        return text.toString();
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

    private static List<List<LogEntry>> kept(List<ActorLogs> logs, Optional<List<Long>> after) {
        List<List<LogEntry>> kept = new ArrayList<>();
        for (int i = 0; i < logs.size(); i++) {
            long from = after.isPresent() ? after.get().get(i) : 0;
            kept.add(logs.get(i).snapshot().stream()
                    .filter(line -> line.sequence() >= from)
                    .toList());
        }
        return kept;
    }

    /** Those that are meant, by time. */
    private static List<Line> lines(LogRequest request, List<List<LogEntry>> kept) {
        List<List<LogEntry>> found = request.filter(kept);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int actor = i;
            found.get(i).forEach(line -> lines.add(new Line(actor, line)));
        }
        lines.sort(Comparator.comparing(line -> line.entry().time()));
        return lines;
    }

    private static Reply reply(LogRequest request, List<ActorLogs> logs, Optional<List<Long>> after) {
        List<List<LogEntry>> kept = kept(logs, after);
        List<Line> lines = lines(request, kept);
        List<Long> next = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            List<LogEntry> of = kept.get(i);
            long from = after.isPresent() ? after.get().get(i) : 0;
            next.add(of.isEmpty() ? from : of.get(of.size() - 1).sequence() + 1);
        }
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
        text.put("watch", Map.of("index", request.index(next)));
        return Replies.ok(text);
    }
}
