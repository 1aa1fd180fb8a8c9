package dev.troupe.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.ActorId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrantCheckTest {
    private static final Instant BEGIN = Instant.parse("2025-04-01T12:00:00Z");
    private static final Instant END = BEGIN.plusSeconds(60);
    private static final Instant WITHIN = BEGIN.plusSeconds(1);
    private static final ActorId ACTOR = ActorId.of("11111111-1111-4111-8111-111111111111");
    private static final ActorId OTHER = ActorId.of("22222222-2222-4222-8222-222222222222");

    private final SigningKey key = SigningKey.made(new SecureRandom());
    private final KeyRing keys = KeyRing.EMPTY.rotated(key, 0);
    private final UseCounts counts = new UseCounts();
    private final GrantCheck check = new GrantCheck(counts);

    private Grant grant(Set<String> methods, String prefix, OptionalInt uses) {
        Grant grant = new Grant(UUID.randomUUID(), ACTOR, "http", methods, PathPrefix.of(prefix), BEGIN, END, uses);
        assertTrue(counts.begin(grant, BEGIN));
        return grant;
    }

    private Grant open() {
        return grant(Set.of(), "/", OptionalInt.empty());
    }

    private String outcome(
            String token, KeyRing ring, ActorId actor, String port, String method, String path, Instant at) {
        Verdict verdict = check.decide(token, ring, actor, port, method, path, at);
        return verdict instanceof Verdict.Refused refused ? refused.refusal().name() : "GRANTED";
    }

    private String outcome(String token, String method, String path, Instant at) {
        return outcome(token, keys, ACTOR, "http", method, path, at);
    }

    @Test
    void whatWasGrantedIsReadBackAsItWas() {
        Grant grant = grant(Set.of("POST", "GET"), "/a/b", OptionalInt.of(3));
        Verdict verdict = check.decide(GrantCheck.token(grant, key), keys, ACTOR, "http", "GET", "/a/b/c", WITHIN);
        assertEquals(grant, assertInstanceOf(Verdict.Granted.class, verdict).grant());
    }

    @Test
    void oneGrantHasOneToken() {
        Grant grant = grant(Set.of("POST", "GET"), "/a", OptionalInt.empty());
        Grant same = new Grant(
                grant.serial(),
                ACTOR,
                "http",
                Set.of("GET", "POST"),
                PathPrefix.of("/a/"),
                BEGIN,
                END,
                OptionalInt.empty());
        String token = GrantCheck.token(grant, key);
        assertEquals(token, GrantCheck.token(same, key));
        for (String other : List.of(
                token + "=",
                token + "==",
                " " + token,
                token + "\n",
                token.substring(0, 10) + "\n" + token.substring(10))) {
            assertEquals("MALFORMED", outcome(other, "GET", "/a", WITHIN));
        }
    }

    @Test
    void everyChangedBitIsForgedOrNoTokenOfOurs() {
        byte[] bytes =
                Base64.getUrlDecoder().decode(GrantCheck.token(grant(Set.of("GET"), "/a", OptionalInt.of(2)), key));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            String told = outcome(Base64.getUrlEncoder().withoutPadding().encodeToString(changed), "GET", "/a", WITHIN);
            assertEquals(bit < 8 ? "MALFORMED" : bit < 72 ? "UNKNOWN_KEY" : "FORGED", told, "bit " + bit);
        }
    }

    @Test
    void whatIsCutOffIsRefused() {
        String token = GrantCheck.token(open(), key);
        Set<String> told = new HashSet<>();
        for (int length = 0; length < token.length(); length++) {
            told.add(outcome(token.substring(0, length), "GET", "/", WITHIN));
        }
        assertEquals(Set.of("MALFORMED", "FORGED"), told);
    }

    @Test
    void hugeAndStrangeInputIsRefused() {
        for (String text :
                List.of("", "a", "AA", "A".repeat(2_400), "A".repeat(5_000_000), "ä".repeat(100), "\0\0", "../..")) {
            assertEquals(
                    "MALFORMED",
                    outcome(text, "GET", "/", WITHIN),
                    () -> text.substring(0, Math.min(9, text.length())));
        }
        String long_ =
                Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        assertEquals("MALFORMED", outcome(long_, "GET", "/", WITHIN));
        String token = GrantCheck.token(grant(Set.of(), "/a", OptionalInt.empty()), key);
        assertEquals("PATH", outcome(token, "GET", "/" + "x/".repeat(1_000_000), WITHIN));
        assertEquals("GRANTED", outcome(token, "GET", "/a/" + "x/".repeat(10_000), WITHIN));
    }

    @Test
    void itIsForOneActorAndOnePort() {
        String token = GrantCheck.token(open(), key);
        assertEquals("GRANTED", outcome(token, keys, ACTOR, "http", "GET", "/", WITHIN));
        assertEquals("FORGED", outcome(token, keys, OTHER, "http", "GET", "/", WITHIN));
        assertEquals("FORGED", outcome(token, keys, ACTOR, "admin", "GET", "/", WITHIN));
        assertEquals("FORGED", outcome(token, keys, ACTOR, "", "GET", "/", WITHIN));
    }

    @Test
    void itIsForItsMethodsAndPaths() {
        String token = GrantCheck.token(grant(Set.of("GET"), "/a", OptionalInt.empty()), key);
        assertEquals("GRANTED", outcome(token, "GET", "/a/b", WITHIN));
        for (String method : List.of("POST", "get", "GET ", "", "HEAD", "OPTIONS")) {
            assertEquals("METHOD", outcome(token, method, "/a/b", WITHIN), method);
        }
        assertEquals("PATH", outcome(token, "GET", "/b", WITHIN));
    }

    @Test
    void itHasABeginWithinTheSkewOfClocksAndAnExactEnd() {
        String token = GrantCheck.token(open(), key);
        assertEquals(
                "NOT_YET_VALID",
                outcome(token, "GET", "/", BEGIN.minus(GrantCheck.SKEW).minusMillis(1)));
        assertEquals("GRANTED", outcome(token, "GET", "/", BEGIN.minus(GrantCheck.SKEW)));
        assertEquals("GRANTED", outcome(token, "GET", "/", END.minusMillis(1)));
        assertEquals("EXPIRED", outcome(token, "GET", "/", END));
        assertEquals("EXPIRED", outcome(token, "GET", "/", END.plus(Duration.ofDays(9_999))));
    }

    @Test
    void usesAreCountedAndARefusedRequestSpendsNone() {
        String token = GrantCheck.token(grant(Set.of("GET"), "/a", OptionalInt.of(2)), key);
        assertEquals("METHOD", outcome(token, "POST", "/a", WITHIN));
        assertEquals("PATH", outcome(token, "GET", "/", WITHIN));
        assertEquals("FORGED", outcome(token, keys, OTHER, "http", "GET", "/a", WITHIN));
        assertEquals("GRANTED", outcome(token, "GET", "/a", WITHIN));
        assertEquals("GRANTED", outcome(token, "GET", "/a", WITHIN));
        assertEquals("USED_UP", outcome(token, "GET", "/a", WITHIN));
        String ofAnEarlierRun = GrantCheck.token(
                new Grant(UUID.randomUUID(), ACTOR, "http", Set.of(), PathPrefix.ALL, BEGIN, END, OptionalInt.of(2)),
                key);
        assertEquals("USED_UP", outcome(ofAnEarlierRun, "GET", "/", WITHIN));
    }

    @Test
    void manyAtOnceSpendNoMoreThanThereIs() {
        String token = GrantCheck.token(grant(Set.of(), "/", OptionalInt.of(100)), key);
        long granted = IntStream.range(0, 5_000)
                .parallel()
                .filter(i -> outcome(token, "GET", "/", WITHIN).equals("GRANTED"))
                .count();
        assertEquals(100, granted);
    }

    @Test
    void aNewKeyRevokesWhatTheKeysSignedThatAreNotKept() {
        String token = GrantCheck.token(open(), key);
        SigningKey next = SigningKey.made(new SecureRandom());
        KeyRing kept = keys.rotated(next, 1);
        assertEquals("GRANTED", outcome(token, kept, ACTOR, "http", "GET", "/", WITHIN));
        assertEquals(next.id(), kept.current().orElseThrow().id());
        assertEquals("UNKNOWN_KEY", outcome(token, keys.rotated(next, 0), ACTOR, "http", "GET", "/", WITHIN));
        assertEquals("UNKNOWN_KEY", outcome(token, KeyRing.EMPTY, ACTOR, "http", "GET", "/", WITHIN));
        SigningKey withItsId = new SigningKey(key.id(), new byte[SigningKey.BYTES]);
        assertEquals("FORGED", outcome(token, new KeyRing(List.of(withItsId)), ACTOR, "http", "GET", "/", WITHIN));
    }

    @Test
    void countingIsBoundedAndForgetsWhatIsOver() {
        UseCounts few = new UseCounts();
        for (int i = 0; i < UseCounts.MOST; i++) {
            assertTrue(few.begin(grantFor(OptionalInt.of(1)), BEGIN));
        }
        assertFalse(few.begin(grantFor(OptionalInt.of(1)), END.minusMillis(1)));
        assertTrue(few.begin(grantFor(OptionalInt.empty()), BEGIN));
        assertTrue(few.begin(grantFor(OptionalInt.of(1)), END));
    }

    private static Grant grantFor(OptionalInt uses) {
        return new Grant(UUID.randomUUID(), ACTOR, "http", Set.of(), PathPrefix.ALL, BEGIN, END, uses);
    }

    @Test
    void secretsAreNotPrinted() {
        assertEquals("SigningKey", key.toString());
        assertEquals("1 keys", keys.toString());
        assertEquals("TokenPath", TokenPath.read("/~troupe.abc/").orElseThrow().toString());
    }
}
