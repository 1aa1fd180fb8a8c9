package dev.troupe.node.crypto.key;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The well-known groups for Diffie-Hellman (RFC 2409 §6, RFC 3526), read once from {@code groups.txt}. Stateless
 * afterwards, any thread.
 */
public final class ModpGroups {
    private static final Map<String, Group> BY_NAME = read();

    private ModpGroups() {}

    /** A prime and a generator. */
    public record Group(BigInteger prime, BigInteger generator) {}

    private static Map<String, Group> read() {
        try (InputStream in = ModpGroups.class.getResourceAsStream("groups.txt")) {
            if (in == null) {
                throw new IllegalStateException("groups.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toUnmodifiableMap(
                            words -> words[0],
                            words -> new Group(new BigInteger(words[2], 16), new BigInteger(words[1], 16))));
        } catch (IOException unreadable) {
            throw new IllegalStateException("groups.txt cannot be read", unreadable);
        }
    }

    /** By Node's name, for example {@code modp14}. */
    public static Optional<Group> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Is it the prime of one of them? */
    public static boolean contains(BigInteger prime) {
        return BY_NAME.values().stream().anyMatch(group -> group.prime.equals(prime));
    }
}
