package dev.troupe.server.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.ActorId;
import dev.troupe.core.DataDirectoryException;
import dev.troupe.server.access.Refusal;
import dev.troupe.server.access.TokenPath;
import dev.troupe.server.access.Verdict;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ConnectionUrlsTest {
    private static final ActorId ACTOR = ActorId.random();
    private static final Instant NOW = Instant.parse("2025-04-01T12:00:00.123456Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final ConnectionOptions MINUTE = ConnectionOptions.ttl(Duration.ofMinutes(1));

    @TempDir
    Path directory;

    private ConnectionUrls urls() {
        return ConnectionUrls.open(Optional.of(directory), CLOCK);
    }

    private static Connection issue(ConnectionUrls urls, ConnectionOptions options) {
        return urls.issue(ACTOR, "http", URI.create("http://127.0.0.1:1/base/"), options);
    }

    private static Verdict decide(ConnectionUrls urls, URI url) {
        String target = url.getRawPath().substring("/base".length());
        return urls.decide(TokenPath.read(target).orElseThrow(), ACTOR, "http", "GET");
    }

    private static void refused(Refusal refusal, Verdict verdict) {
        assertEquals(refusal, assertInstanceOf(Verdict.Refused.class, verdict).refusal());
    }

    @Test
    void aUrlIsGoodUntilItExpires() {
        Connection connection = issue(urls(), MINUTE.pathPrefix("/a").methods("GET"));
        assertEquals(Instant.parse("2025-04-01T12:01:00.123Z"), connection.expiresAt());
        assertTrue(connection.url().toString().matches("http://127\\.0\\.0\\.1:1/base/~troupe\\.[A-Za-z0-9_-]+/a"));
        assertFalse(connection.toString().contains("~troupe"));
        assertInstanceOf(Verdict.Granted.class, decide(urls(), connection.url()));
        Clock later = Clock.fixed(connection.expiresAt(), ZoneOffset.UTC);
        refused(Refusal.EXPIRED, decide(ConnectionUrls.open(Optional.of(directory), later), connection.url()));
    }

    @Test
    void keysOutliveTheHostAndRotationRevokes() {
        URI first = issue(urls(), MINUTE).url();
        ConnectionUrls again = urls();
        assertInstanceOf(Verdict.Granted.class, decide(again, first));
        again.rotate(1);
        URI second = issue(again, MINUTE).url();
        assertInstanceOf(Verdict.Granted.class, decide(urls(), first));
        again.rotate(1);
        refused(Refusal.UNKNOWN_KEY, decide(again, first));
        assertInstanceOf(Verdict.Granted.class, decide(urls(), second));
        again.rotate(0);
        refused(Refusal.UNKNOWN_KEY, decide(urls(), second));
        assertThrows(IllegalArgumentException.class, () -> again.rotate(4));
        assertThrows(IllegalArgumentException.class, () -> again.rotate(-1));
    }

    @Test
    void countedUrlsEndWithTheirHost() {
        ConnectionUrls urls = urls();
        URI url = issue(urls, MINUTE.uses(1)).url();
        refused(Refusal.USED_UP, decide(urls(), url));
        assertInstanceOf(Verdict.Granted.class, decide(urls, url));
        refused(Refusal.USED_UP, decide(urls, url));
    }

    @Test
    void withoutADataDirectoryKeysAreOfThisHostAlone() {
        ConnectionUrls one = ConnectionUrls.open(Optional.empty(), CLOCK);
        ConnectionUrls other = ConnectionUrls.open(Optional.empty(), CLOCK);
        URI url = issue(one, MINUTE).url();
        issue(other, MINUTE);
        assertInstanceOf(Verdict.Granted.class, decide(one, url));
        refused(Refusal.UNKNOWN_KEY, decide(other, url));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its files have no POSIX modes")
    void theKeysAreTheOwnersAloneOrNobodys() throws Exception {
        Path file = directory.resolve("connection-keys");
        ConnectionUrls urls = urls();
        assertFalse(Files.exists(file));
        issue(urls, MINUTE);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertTrue(String.valueOf(
                        assertThrows(DataDirectoryException.class, this::urls).getMessage())
                .contains("chmod 600"));
    }

    @Test
    void brokenKeysAreToldAndNotQuoted() throws Exception {
        Path file = directory.resolve("connection-keys");
        issue(urls(), MINUTE);
        String good = Files.readString(file);
        String secret = good.lines().skip(1).findFirst().orElseThrow().split(" ", -1)[1];
        List<String> bad = List.of(
                "",
                "something else",
                good.substring(0, good.length() - 9),
                good + good,
                good + "\n",
                good.replace(" 1\n", " 2\n"),
                good.replace(secret, "x" + secret.substring(1)),
                "troupe connection keys 1\n" + "0 ".repeat(5_000));
        for (String text : bad) {
            Files.writeString(file, text);
            DataDirectoryException told = assertThrows(DataDirectoryException.class, this::urls, text);
            String message = String.valueOf(told.getMessage());
            assertTrue(message.contains("connection-keys"), message);
            assertFalse(message.contains(secret.substring(1)));
        }
    }

    @Test
    void optionsHaveBounds() {
        assertThrows(IllegalArgumentException.class, () -> ConnectionOptions.ttl(Duration.ZERO));
        assertThrows(
                IllegalArgumentException.class,
                () -> ConnectionOptions.ttl(Duration.ofDays(7).plusMillis(1)));
        ConnectionUrls urls = urls();
        assertThrows(IllegalArgumentException.class, () -> issue(urls, MINUTE.uses(0)));
        assertThrows(IllegalArgumentException.class, () -> issue(urls, MINUTE.uses(1_000_001)));
        assertThrows(IllegalArgumentException.class, () -> issue(urls, MINUTE.methods("GE T")));
        assertThrows(IllegalArgumentException.class, () -> MINUTE.pathPrefix("/../a"));
    }
}
