package dev.troupe.server.api;

import dev.troupe.server.http.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Logs that were asked for as a file: each has an address that nobody can guess, good for an hour, at which it is
 * fetched without the token. What is kept is the question, not the lines, which are in memory already. Owned by the
 * API; any thread; it ends with the API.
 */
final class Exports {
    static final String PATH = "/exports/";

    private static final int MOST = 256;
    private static final int SECRET_BYTES = 32;
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final LogApi logs;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final List<Export> open = new ArrayList<>();

    private record Export(byte[] path, LogRequest request, Instant until) {}

    Exports(LogApi logs) {
        this.logs = logs;
    }

    /** A new address, without the server's own. */
    synchronized String add(LogRequest request) {
        Instant now = clock.instant();
        open.removeIf(export -> !now.isBefore(export.until()));
        if (open.size() >= MOST) {
            Iterator<Export> oldest = open.iterator();
            oldest.next();
            oldest.remove();
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String path = PATH + HexFormat.of().formatHex(secret);
        open.add(new Export(path.getBytes(StandardCharsets.US_ASCII), request, now.plus(GOOD_FOR)));
        return path;
    }

    /** What is exported at {@code path}. */
    Optional<Reply> at(String path) {
        byte[] asked = path.getBytes(StandardCharsets.UTF_8);
        Instant now = clock.instant();
        Optional<LogRequest> request;
        synchronized (this) {
            request = open.stream()
                    // in constant time: the path is the secret
                    .filter(export -> MessageDigest.isEqual(export.path(), asked) && now.isBefore(export.until()))
                    .map(Export::request)
                    .findFirst();
        }
        return request.map(meant ->
                new Reply(200, "text/plain; charset=utf-8", logs.text(meant).getBytes(StandardCharsets.UTF_8)));
    }
}
