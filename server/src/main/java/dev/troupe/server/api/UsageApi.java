package dev.troupe.server.api;

import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorId;
import dev.troupe.core.ActorPage;
import dev.troupe.core.ActorQuery;
import dev.troupe.core.ActorSnapshot;
import dev.troupe.core.Usage;
import dev.troupe.core.UsageSample;
import dev.troupe.server.http.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * {@code /actors/usage} and {@code /actors/{id}/metrics/history}: what actors had used at the end of each interval,
 * since they were created, from the host's samples. Stateless; on a thread for calls.
 */
final class UsageApi {
    private static final int MOST_POINTS = 1_000;
    private static final int MOST_ACTORS = 1_000;
    private static final long LATEST = 253_402_300_799_999L; // the end of the year 9999
    private static final Set<String> GROUPS = Set.of("actor_id", "build_id", "datacenter_id", "tags");

    private final ActorHost host;

    UsageApi(ActorHost host) {
        this.host = host;
    }

    /** One counter of {@link Usage}. */
    private record Metric(String name, ToDoubleFunction<Usage> value) {}

    private static final List<Metric> METRICS = List.of(
            new Metric("cpu_usage_seconds_total", usage -> usage.cpu().toNanos() / 1e9),
            new Metric("memory_allocated_bytes_total", Usage::allocatedBytes),
            new Metric("network_receive_bytes_total", Usage::bytesIn),
            new Metric("network_transmit_bytes_total", Usage::bytesOut),
            new Metric("requests_total", Usage::requests));

    private record Range(long start, long interval, int points) {
        static Range read(Query query) {
            long start = query.required("start", 0, LATEST);
            long end = query.required("end", 0, LATEST);
            long interval = query.required("interval", 1, LATEST);
            long points = end < start ? 0 : (end - start) / interval + 1;
            if (points < 1 || points > MOST_POINTS) {
                throw ApiFailure.query("\"start\", \"end\" and \"interval\" ask for " + points
                        + " points: ask for 1 to " + MOST_POINTS + ".");
            }
            return new Range(start, interval, (int) points);
        }
    }

    Reply history(Call call, ActorSnapshot actor) {
        Range range = Range.read(call.query());
        Map<Map<String, String>, List<ActorId>> one = new LinkedHashMap<>();
        one.put(Map.of(), List.of(actor.id()));
        Map<String, Object> text = new LinkedHashMap<>(series(one, range));
        text.put("actor_ids", List.of(actor.id()));
        return Replies.ok(text);
    }

    Reply usage(Call call) {
        Range range = Range.read(call.query());
        Optional<GroupKey> key = call.query().json("group_by").map(GroupKey::read);
        Optional<Expression> meant =
                call.query().json("query_json").map(json -> Expression.parse(json, Properties.ACTOR));
        Map<Map<String, String>, List<ActorId>> groups = new LinkedHashMap<>();
        ActorPage all = host.page(ActorQuery.all(), true, Optional.empty(), MOST_ACTORS);
        for (ActorSnapshot actor : all.actors()) {
            Properties.Row row = Properties.of(actor);
            if (meant.isEmpty() || meant.get().isTrueOf(row)) {
                Map<String, String> attributes =
                        key.map(group -> group.attributes(row)).orElse(Map.of());
                groups.computeIfAbsent(attributes, none -> new ArrayList<>()).add(actor.id());
            }
        }
        return Replies.ok(series(groups, range));
    }

    private record GroupKey(String property, Optional<String> key) {
        static GroupKey read(Object json) {
            if (json instanceof Map<?, ?> map
                    && map.get("property") instanceof String property
                    && GROUPS.contains(property)
                    && property.equals("tags") == map.get("map_key") instanceof String) {
                return new GroupKey(
                        property, map.get("map_key") instanceof String key ? Optional.of(key) : Optional.empty());
            }
            throw ApiFailure.query("\"group_by\" must be like {\"property\":\"tags\",\"map_key\":\"room\"} or"
                    + " {\"property\":\"build_id\"}, with one of "
                    + GROUPS.stream().sorted().toList() + ".");
        }

        Map<String, String> attributes(Properties.Row row) {
            return Map.of(
                    key.map(name -> property + "." + name).orElse(property),
                    row.value(property, key.orElse("")).map(Object::toString).orElse(""));
        }
    }

    private Map<String, Object> series(Map<Map<String, String>, List<ActorId>> groups, Range range) {
        List<String> names = new ArrayList<>();
        List<Map<String, String>> attributes = new ArrayList<>();
        List<String> types = new ArrayList<>();
        List<List<Double>> values = new ArrayList<>();
        groups.forEach((group, actors) -> {
            List<List<UsageSample>> samples =
                    actors.stream().map(host::usageHistory).toList();
            for (Metric metric : METRICS) {
                names.add(metric.name());
                attributes.add(group);
                types.add("counter");
                values.add(points(samples, metric, range));
            }
        });
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("metric_names", names);
        text.put("metric_attributes", attributes);
        text.put("metric_types", types);
        text.put("metric_values", values);
        return text;
    }

    private static List<Double> points(List<List<UsageSample>> samples, Metric metric, Range range) {
        double[] sums = new double[range.points()];
        for (List<UsageSample> actor : samples) {
            int at = 0;
            double last = 0;
            for (int point = 0; point < sums.length; point++) {
                long end = range.start() + point * range.interval();
                while (at < actor.size() && actor.get(at).at().toEpochMilli() <= end) {
                    last = metric.value().applyAsDouble(actor.get(at).usage());
                    at++;
                }
                sums[point] += last;
            }
        }
        List<Double> values = new ArrayList<>(sums.length);
        for (double sum : sums) {
            values.add(sum);
        }
        return values;
    }
}
