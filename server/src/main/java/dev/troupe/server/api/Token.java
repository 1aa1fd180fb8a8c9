package dev.troupe.server.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** The secret that a request has to bring. Any thread; it is compared in constant time and never printed. */
final class Token {
    private static final String SCHEME = "Bearer ";

    private final byte[] secret;

    Token(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** Does the field {@code Authorization} bring it? */
    boolean isIn(Optional<String> authorization) {
        byte[] given = authorization
                .filter(field -> field.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(field -> field.substring(SCHEME.length()).strip())
                .orElse("")
                .getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(secret, given);
    }

    @Override
    public String toString() {
        return "Token";
    }
}
