package dev.troupe.node.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Hash functions by the names that OpenSSL gives them, in any case. Stateless but for one untouched prototype of each
 * function, which is copied: that is cheaper than a provider lookup. Any thread.
 */
public final class Digests {
    private static final Map<String, MessageDigest> PROTOTYPES = new ConcurrentHashMap<>();

    /** Canonical name to maker. */
    private static final Map<String, Supplier<MessageDigest>> FUNCTIONS = Map.ofEntries(
            jdk("md5", "MD5"),
            jdk("sha1", "SHA-1"),
            jdk("sha224", "SHA-224"),
            jdk("sha256", "SHA-256"),
            jdk("sha384", "SHA-384"),
            jdk("sha512", "SHA-512"),
            jdk("sha512-224", "SHA-512/224"),
            jdk("sha512-256", "SHA-512/256"),
            jdk("sha3-224", "SHA3-224"),
            jdk("sha3-256", "SHA3-256"),
            jdk("sha3-384", "SHA3-384"),
            jdk("sha3-512", "SHA3-512"),
            Map.entry("md5-sha1", Md5Sha1::new),
            Map.entry("ripemd160", Ripemd160::new),
            Map.entry("blake2b512", Blake2b::new),
            Map.entry("blake2s256", Blake2s::new),
            Map.entry("shake128", () -> new Shake(128)),
            Map.entry("shake256", () -> new Shake(256)));

    /** What {@code crypto.getHashes()} lists, and the function behind each name. */
    private static final Map<String, String> LISTED = listed();

    private Digests() {}

    private static Map.Entry<String, Supplier<MessageDigest>> jdk(String name, String algorithm) {
        return Map.entry(name, () -> {
            try {
                return MessageDigest.getInstance(algorithm);
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("This JDK has no " + algorithm, missing);
            }
        });
    }

    private static Map<String, String> listed() {
        Map<String, String> names = new TreeMap<>();
        for (String name : FUNCTIONS.keySet()) {
            names.put(name, name);
        }
        for (String name : List.of("sha1", "sha224", "sha256", "sha384", "sha512")) {
            names.put("RSA-" + name.toUpperCase(Locale.ROOT), name);
            names.put(name + "WithRSAEncryption", name);
        }
        for (String bits : List.of("224", "256")) {
            names.put("RSA-SHA512/" + bits, "sha512-" + bits);
            names.put("sha512-" + bits + "WithRSAEncryption", "sha512-" + bits);
        }
        for (String bits : List.of("224", "256", "384", "512")) {
            names.put("RSA-SHA3-" + bits, "sha3-" + bits);
            names.put("id-rsassa-pkcs1-v1_5-with-sha3-" + bits, "sha3-" + bits);
        }
        names.put("RSA-MD5", "md5");
        names.put("md5WithRSAEncryption", "md5");
        names.put("RSA-RIPEMD160", "ripemd160");
        names.put("ripemd160WithRSA", "ripemd160");
        names.put("RSA-SHA1-2", "sha1");
        names.put("ripemd", "ripemd160");
        names.put("rmd160", "ripemd160");
        names.put("ssl3-md5", "md5");
        names.put("ssl3-sha1", "sha1");
        return names;
    }

    /** The names that {@code crypto.getHashes()} lists, sorted as OpenSSL sorts them. */
    public static List<String> names() {
        return List.copyOf(LISTED.keySet());
    }

    /** The canonical name of a function: {@code sha256} for {@code SHA-256}, {@code RSA-SHA256}, {@code SHA2-256}. */
    public static Optional<String> canonical(String name) {
        return Optional.ofNullable(ByName.LOWER.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A new digest of the function that has the given name, if there is one. */
    public static Optional<MessageDigest> find(String name) {
        return canonical(name).map(Digests::create);
    }

    /** As {@link #find}, but a name without a function is an error with Node's text. */
    public static MessageDigest require(String name) {
        return find(name).orElseThrow(() -> CryptoFailure.type("ERR_CRYPTO_INVALID_DIGEST", "Invalid digest: " + name));
    }

    private static MessageDigest create(String canonical) {
        return copy(PROTOTYPES.computeIfAbsent(
                canonical, name -> FUNCTIONS.getOrDefault(name, Md5Sha1::new).get()));
    }

    /** An independent digest in the same state. */
    public static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException never) {
            throw new IllegalStateException(digest.getAlgorithm() + " cannot be copied", never);
        }
    }

    /** The bytes that one step of the function takes, which HMAC pads its key to. */
    public static int blockLength(String name) {
        return switch (canonical(name).orElse("")) {
            case "sha384", "sha512", "sha512-224", "sha512-256", "blake2b512" -> 128;
            case "sha3-224" -> 144;
            case "sha3-256", "shake256" -> 136;
            case "sha3-384" -> 104;
            case "sha3-512" -> 72;
            case "shake128" -> 168;
            default -> 64;
        };
    }

    /** Made on first use of a name. */
    private static final class ByName {
        static final Map<String, String> LOWER = lower();

        private static Map<String, String> lower() {
            Map<String, String> lower = new TreeMap<>();
            LISTED.forEach((name, canonical) -> lower.put(name.toLowerCase(Locale.ROOT), canonical));
            for (String bits : List.of("224", "256", "384", "512")) {
                lower.put("sha-" + bits, "sha" + bits);
                lower.put("sha2-" + bits, "sha" + bits);
            }
            lower.put("sha-1", "sha1");
            lower.put("dss1", "sha1"); // the old name for DSA with SHA-1
            lower.put("sha512/224", "sha512-224");
            lower.put("sha512/256", "sha512-256");
            lower.put("sha-512/224", "sha512-224");
            lower.put("sha-512/256", "sha512-256");
            lower.put("shake-128", "shake128");
            lower.put("shake-256", "shake256");
            lower.put("ripemd-160", "ripemd160");
            lower.put("blake2b-512", "blake2b512");
            lower.put("blake2s-256", "blake2s256");
            return lower;
        }
    }
}
