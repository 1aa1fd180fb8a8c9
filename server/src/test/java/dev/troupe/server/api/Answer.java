package dev.troupe.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

/** An answer of the API with its JSON read. */
@SuppressWarnings("NullAway") // an answer that lacks a member fails the test
record Answer(int status, Map<?, ?> body) {
    String code() {
        return String.valueOf(body.get("code"));
    }

    String message() {
        return String.valueOf(body.get("message"));
    }

    Map<?, ?> object(String name) {
        return (Map<?, ?>) body.get(name);
    }

    List<?> list(String name) {
        return (List<?>) body.get(name);
    }

    /** It is done. */
    Answer done() {
        assertEquals(200, status, body.toString());
        return this;
    }

    /** It is refused with that code and words of the message, and under an id. */
    static void refused(int status, String code, String words, Answer answer) {
        assertEquals(status, answer.status(), answer.body().toString());
        assertEquals(code, answer.code());
        assertTrue(answer.message().contains(words), answer.message());
        assertFalse(String.valueOf(answer.body().get("ray_id")).isEmpty());
    }
}
