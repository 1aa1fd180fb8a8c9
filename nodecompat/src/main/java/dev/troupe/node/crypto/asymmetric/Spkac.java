package dev.troupe.node.crypto.asymmetric;

import dev.troupe.node.crypto.asn1.DerReader;
import dev.troupe.node.crypto.asn1.MalformedException;
import dev.troupe.node.crypto.key.AsymmetricKey;
import dev.troupe.node.crypto.key.KeyDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A signed public key and challenge, as the old HTML element keygen sent it: PublicKeyAndChallenge, its signature, in
 * base64. Immutable, any thread.
 *
 * @param signed the bytes that the signature is of
 * @param key the public key
 * @param challenge what the server had sent
 * @param hash the signature's hash function
 * @param signature the signature
 */
public record Spkac(byte[] signed, AsymmetricKey key, byte[] challenge, String hash, byte[] signature) {
    private static final int IA5_STRING = 0x16;

    private static final Map<String, String> HASHES = Map.of(
            "1.2.840.113549.1.1.4", "md5",
            "1.2.840.113549.1.1.5", "sha1",
            "1.2.840.113549.1.1.11", "sha256",
            "1.2.840.113549.1.1.12", "sha384",
            "1.2.840.113549.1.1.13", "sha512");

    /** Reads one; empty if the text is none. */
    public static Optional<Spkac> read(byte[] text) {
        try {
            String base64 = new String(text, StandardCharsets.ISO_8859_1).strip();
            DerReader all = DerReader.of(Base64.getMimeDecoder().decode(base64)).sequence();
            byte[] signed = all.element();
            String hash = HASHES.getOrDefault(all.sequence().oid(), "");
            byte[] signature = all.bits();
            DerReader body = DerReader.of(signed).sequence();
            AsymmetricKey key = KeyDecoder.publicKey(body.element(), "spki", Optional.empty());
            return Optional.of(new Spkac(signed, key, body.content(IA5_STRING), hash, signature));
        } catch (MalformedException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Is the signature by the key? */
    public boolean isValid() {
        return !hash.isEmpty()
                && Signatures.verify(
                        key, hash, signed, signature, new Signatures.Options(0, Signatures.NO_SALT_LENGTH, false));
    }
}
