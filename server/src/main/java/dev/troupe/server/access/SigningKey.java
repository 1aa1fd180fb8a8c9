package dev.troupe.server.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret of 256 bits with a number that may be known. A value; any thread; it is never printed. */
public final class SigningKey {
    /** HMAC-SHA-256 (RFC 2104): a key as long as the hash. */
    public static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final long id;
    private final byte[] secret;

    /**
     * The key with these bytes, which are copied.
     *
     * @param id unlike that of any other key of the host
     */
    public SigningKey(long id, byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("A key has " + BYTES + " bytes.");
        }
        this.id = id;
        this.secret = secret.clone();
    }

    /** A new key. */
    public static SigningKey made(SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return new SigningKey(random.nextLong(), secret);
    }

    public long id() {
        return id;
    }

    /** A copy of the secret, for who writes it down. */
    public byte[] secret() {
        return secret.clone();
    }

    /** The code of {@code message}, which is meant for {@code purpose} and is none for any other. */
    byte[] sign(String purpose, byte[]... message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            for (byte[] part : message) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JDK lacks " + ALGORITHM + ", which every one has to have.", missing);
        }
    }

    @Override
    public String toString() {
        return "SigningKey";
    }
}
