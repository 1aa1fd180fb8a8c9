package dev.troupe.server.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request without its body. A value.
 *
 * @param method in upper case
 * @param path decoded, with its leading slash, without the query
 * @param query all values by name, decoded
 * @param authorization the field of that name
 * @param host the field of that name: what the client calls this server
 * @param length what the field {@code Content-Length} says
 */
public record Head(
        String method,
        String path,
        Map<String, List<String>> query,
        Optional<String> authorization,
        Optional<String> host,
        Optional<Long> length) {}
