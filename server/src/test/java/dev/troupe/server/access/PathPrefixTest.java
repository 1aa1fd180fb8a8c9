package dev.troupe.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathPrefixTest {
    private static final PathPrefix PREFIX = PathPrefix.of("/api/v1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                "/api/v1/",
                "/api/v1/a",
                "/api/v1/a/b/",
                "/api/v1/a%20b",
                "/api/v1/%C3%A4",
                "/api/v1/..a",
                "/api/v1/a..",
                "/api/v1/...",
                "/api/v1/a;b=c",
                "/api/v1/%2Ba+b",
                "/api/v1/~",
                "/api/v1/100%25"
            })
    void whatIsBelowIsCovered(String path) {
        assertTrue(PREFIX.covers(path));
        assertTrue(PathPrefix.ALL.covers(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/api",
                "/api/",
                "/api/v1x",
                "/api/v1.",
                "/api/V1",
                "/API/v1",
                "api/v1",
                "//api/v1",
                "/api//v1",
                "/x/../api/v1",
                "/%61pi/v1",
                "/api%2Fv1",
                "/api/v1/..",
                "/api/v1/../x",
                "/api/v1/a/../../x",
                "/api/v1/.",
                "/api/v1/./x",
                "/api/v1//",
                "/api/v1//x",
                "/api/v1/a//b",
                "/api/v1/%2e%2e/x",
                "/api/v1/%2E./x",
                "/api/v1/.%2e",
                "/api/v1/%2e",
                "/api/v1/a%2f..%2fx",
                "/api/v1/%2F",
                "/api/v1/a\\..\\x",
                "/api/v1/%5c..",
                "/api/v1/%252e%252e/x",
                "/api/v1/%25%32%65",
                "/api/v1/%00",
                "/api/v1/a%0d%0ab",
                "/api/v1/..;/x",
                "/api/v1/..;a=b/x",
                "/api/v1/%2e%2e;/x",
                "/api/v1/%",
                "/api/v1/%4",
                "/api/v1/%zz",
                "/api/v1/%c0%af",
                "/api/v1/%c0%ae%c0%ae/x",
                "/api/v1/\u0000",
                "/api/v1/%ff"
            })
    void whatIsElsewhereOrMayBeReadAsElsewhereIsNot(String path) {
        assertFalse(PREFIX.covers(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api",
                "//",
                "/api//v1",
                "/api/../x",
                "/api/.",
                "/..",
                "/a%20b",
                "/a;b",
                "/a?b",
                "/a#b",
                "/a b",
                "/ä",
                "/a\\b",
                "/a\n",
                "https://example.org/"
            })
    void aPrefixThatMayBeReadInTwoWaysIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> PathPrefix.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1", "/api/v1/"})
    void aSlashAtTheEndMakesNoDifference(String text) {
        assertEquals(PREFIX, PathPrefix.of(text));
        assertEquals(PREFIX.hashCode(), PathPrefix.of(text).hashCode());
        assertEquals(PathPrefix.ALL, PathPrefix.of("/"));
        assertThrows(IllegalArgumentException.class, () -> PathPrefix.of("/" + "a".repeat(PathPrefix.LONGEST)));
    }
}
