package dev.troupe.server.api;

import dev.troupe.core.ActorHost;
import dev.troupe.core.Build;
import dev.troupe.core.BuildNotFoundException;
import dev.troupe.server.http.Reply;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /builds}: prepare, complete, get, list, tags. Stateless but for its {@link Uploads}; on a thread for calls.
 */
final class BuildApi {
    private final ActorHost host;
    private final Uploads uploads;

    BuildApi(ActorHost host, Uploads uploads) {
        this.host = host;
        this.uploads = uploads;
    }

    Reply prepare(Call call) {
        Body body = call.body();
        body.text("image_tag");
        Body file = body.object("image_file").orElseThrow(() -> ApiFailure.body("\"image_file\" is missing."));
        String path = file.required("path", file::text);
        file.text("content_type");
        long length = file.required("content_length", name -> file.number(name, 1, Uploads.MOST_BYTES));
        String kind = body.text("kind").orElse("docker_image");
        if (!kind.equals("javascript")) {
            throw ApiFailure.body("\"kind\" is \"" + kind + "\": this host runs \"javascript\" builds only.");
        }
        String compression = body.text("compression").orElse("none");
        if (!compression.equals("none") && !compression.equals("lz4")) {
            throw ApiFailure.body("\"compression\" is \"" + compression + "\": use \"none\" or \"lz4\".");
        }
        body.done();
        Uploads.Upload upload = uploads.prepare(length, compression.equals("lz4"));
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("path", path);
        request.put("url", call.address(upload.path()));
        request.put("byte_offset", 0);
        request.put("content_length", length);
        return Replies.ok(Map.of("build", upload.build(), "presigned_requests", List.of(request)));
    }

    Reply complete(Call call, String id) {
        Optional<String> main = Optional.empty();
        if (call.bytes().length > 0) {
            Body body = call.body();
            main = body.text("main");
            body.done();
        }
        uploads.complete(id, main);
        return Replies.ok(Map.of());
    }

    Reply get(String id) {
        return host.build(id)
                .map(build -> Replies.ok(Map.of("build", text(build))))
                .orElseThrow(() -> new BuildNotFoundException("There is no such build; it may not be complete."));
    }

    Reply list(Call call) {
        Map<String, String> tags = call.query().texts("tags_json");
        return Replies.ok(Map.of(
                "builds",
                host.builds().stream()
                        .filter(build -> build.matches(tags))
                        .map(BuildApi::text)
                        .toList()));
    }

    Reply retag(Call call, String id) {
        Body body = call.body();
        Map<String, Optional<String>> changes = body.changes("tags");
        List<String> exclusive = body.list("exclusive_tags");
        body.done();
        Map<String, String> set = new LinkedHashMap<>();
        Set<String> removed = new LinkedHashSet<>();
        changes.forEach((name, value) -> value.ifPresentOrElse(text -> set.put(name, text), () -> removed.add(name)));
        host.retag(id, set, removed, new LinkedHashSet<>(exclusive));
        return Replies.ok(Map.of());
    }

    private static Map<String, Object> text(Build build) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("id", build.id());
        text.put("name", build.tags().getOrDefault("name", ""));
        text.put("created_at", build.createdAt());
        text.put("content_length", build.bytes());
        text.put("tags", build.tags());
        return text;
    }
}
