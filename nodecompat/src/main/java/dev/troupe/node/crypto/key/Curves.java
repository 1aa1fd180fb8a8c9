package dev.troupe.node.crypto.key;

import dev.troupe.node.crypto.CryptoFailure;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The named curves, read once from {@code curves.txt}. Stateless afterwards, any thread. */
public final class Curves {
    private static final Map<String, Curve> BY_NAME = new LinkedHashMap<>();
    private static final List<Curve> ALL = read();

    private Curves() {}

    private static List<Curve> read() {
        try (InputStream in = Curves.class.getResourceAsStream("curves.txt")) {
            if (in == null) {
                throw new IllegalStateException("curves.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Curves::curve)
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("curves.txt cannot be read", unreadable);
        }
    }

    private static Curve curve(String line) {
        String[] words = line.split(" ");
        BigInteger[] numbers = new BigInteger[6];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = new BigInteger(words[i + 2], 16);
        }
        Curve curve = new Curve(words[0], words[1], numbers);
        BY_NAME.put(words[0], curve);
        for (int i = 8; i < words.length; i++) {
            BY_NAME.put(words[i], curve);
        }
        return curve;
    }

    /** OpenSSL's names, sorted. */
    public static List<String> names() {
        return ALL.stream().map(Curve::name).sorted().toList();
    }

    /** By OpenSSL's name or NIST's. */
    public static Optional<Curve> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** As {@link #find}, but an unknown name is an error with Node's text. */
    public static Curve require(String name) {
        return find(name).orElseThrow(() -> CryptoFailure.type("ERR_CRYPTO_INVALID_CURVE", "Invalid EC curve name"));
    }

    static Optional<Curve> ofOid(String oid) {
        return ALL.stream().filter(curve -> curve.oid().equals(oid)).findFirst();
    }

    /** The curve with the given numbers, for keys that write them out. */
    static Optional<Curve> of(BigInteger p, BigInteger a, BigInteger b, BigInteger n) {
        return ALL.stream()
                .filter(curve -> curve.p().equals(p)
                        && curve.a().equals(a)
                        && curve.b().equals(b)
                        && curve.n().equals(n))
                .findFirst();
    }
}
