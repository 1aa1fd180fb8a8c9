package dev.troupe.server.route;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What routes must keep, which is what the official API asks for, and any host name. Stateless, pure. */
final class RouteRules {
    static final int LONGEST_PATH = 256;
    static final int MOST_SEGMENTS = 8;

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_HOSTNAME = 253;
    private static final int MOST_TAGS = 8;
    private static final int TAG_KEY_BYTES = 32;
    private static final int TAG_VALUE_BYTES = 1_024;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** RFC 1123 §2.1, in lower case. */
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?");

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_-]([A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?");

    private RouteRules() {}

    static void check(String id, String hostname, String path, Map<String, String> tags) {
        if (id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
            throw new RouteException(
                    "ROUTE_INVALID_NAME_ID",
                    "A route's id is 1 to " + LONGEST_ID + " of a-z, 0-9 and single dashes between them.");
        }
        checkHostname(hostname);
        checkPath(path);
        checkTags(tags);
    }

    private static void checkHostname(String hostname) {
        boolean good = hostname.length() <= LONGEST_HOSTNAME
                && List.of(hostname.split("\\.", -1)).stream()
                        .allMatch(label -> LABEL.matcher(label).matches());
        if (!good) {
            throw new RouteException(
                    "ROUTE_INVALID_HOSTNAME",
                    "\"hostname\" must be a host name such as app.example.org: labels of 1 to 63 letters, digits and"
                            + " dashes, at most " + LONGEST_HOSTNAME + " characters, without a port.");
        }
    }

    private static void checkPath(String path) {
        if (path.isEmpty()) {
            return;
        }
        List<String> segments = List.of(path.substring(1).split("/", -1));
        boolean good = path.startsWith("/")
                && path.length() <= LONGEST_PATH
                && segments.size() <= MOST_SEGMENTS
                && segments.stream()
                        .allMatch(segment -> SEGMENT.matcher(segment).matches() && !segment.contains(".."));
        if (!good) {
            throw new RouteException(
                    "ROUTE_INVALID_PATH",
                    "\"path\" must be empty for the root, or like /a/b without a slash at the end: at most "
                            + MOST_SEGMENTS + " segments of 1 to 64 of A-Z, a-z, 0-9, '-', '_' and single dots between"
                            + " them, and at most " + LONGEST_PATH + " characters.");
        }
    }

    private static void checkTags(Map<String, String> tags) {
        boolean good = !tags.isEmpty()
                && tags.size() <= MOST_TAGS
                && tags.entrySet().stream()
                        .allMatch(tag -> bytes(tag.getKey()) <= TAG_KEY_BYTES
                                && !tag.getValue().isEmpty()
                                && bytes(tag.getValue()) <= TAG_VALUE_BYTES);
        if (!good) {
            throw new RouteException(
                    "ROUTE_INVALID_SELECTOR_TAGS",
                    "\"target.actors.selector_tags\" must have 1 to " + MOST_TAGS + " tags, keys of at most "
                            + TAG_KEY_BYTES + " bytes and values of 1 to " + TAG_VALUE_BYTES + " bytes.");
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
