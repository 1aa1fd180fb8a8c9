package dev.troupe.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenPathTest {
    @Test
    void theTokenIsTakenOutOfTheTarget() {
        List<List<String>> table = List.of(
                List.of("/~troupe.abc", "abc", "/", "/"),
                List.of("/~troupe.abc/", "abc", "/", "/"),
                List.of("/~troupe.abc/a/b?c=/d", "abc", "/a/b?c=/d", "/a/b"),
                List.of("/~troupe.abc?c", "abc", "/?c", "/"),
                List.of("/~troupe./a", "", "/a", "/a"),
                List.of("/~troupe.abc//a", "abc", "//a", "//a"),
                List.of("/~troupe.a/~troupe.b/c", "a", "/~troupe.b/c", "/~troupe.b/c"));
        for (List<String> row : table) {
            TokenPath read = TokenPath.read(row.get(0)).orElseThrow();
            assertEquals(row.subList(1, 4), List.of(read.token(), read.target(), read.path()), row.get(0));
        }
        for (String none :
                List.of("", "/", "/a/~troupe.abc/", "~troupe.abc/", "/~troupe", "/%7Etroupe.abc/", "/a?/~troupe.b")) {
            assertTrue(TokenPath.read(none).isEmpty(), none);
        }
    }

    @Test
    void itIsReadAsItIsWritten() {
        assertEquals(
                "/a", TokenPath.read(TokenPath.write("t", "/a")).orElseThrow().target());
        assertEquals("/", TokenPath.read(TokenPath.write("t", "")).orElseThrow().target());
    }

    @Test
    void textsThatQuoteATokenLoseIt() {
        assertEquals("http://a/b-http/c?d", TokenPath.without("http://a/b-http/~troupe.aB_-9/c?d"));
        assertEquals("x y", TokenPath.without("x/~troupe.1 y/~troupe.2"));
        assertEquals("nothing", TokenPath.without("nothing"));
        assertEquals("", TokenPath.without(""));
    }
}
