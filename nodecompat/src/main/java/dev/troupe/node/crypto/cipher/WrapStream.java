package dev.troupe.node.crypto.cipher;

import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.Digests;
import dev.troupe.node.crypto.Randomness;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/** Key wrapping: AES (RFC 3394, RFC 5649) and triple DES (RFC 3217). A key comes in one piece. */
final class WrapStream implements CipherStream {
    private static final byte[] TRIPLE_DES_IV = {0x4a, (byte) 0xdd, (byte) 0xa2, 0x2c, 0x79, (byte) 0xe8, 0x21, 0x05};

    private final String algorithm;
    private final byte[] key;
    private final byte[] iv;
    private final boolean encrypt;

    /** {@code algorithm} is {@code KW}, {@code KWP} or {@code DESede}. */
    WrapStream(String algorithm, byte[] key, byte[] iv, boolean encrypt) {
        this.algorithm = algorithm;
        this.key = key.clone();
        this.iv = iv.clone();
        this.encrypt = encrypt;
    }

    @Override
    public byte[] update(byte[] input) {
        if (algorithm.equals("DESede")) {
            return encrypt ? wrapTripleDes(input) : unwrapTripleDes(input);
        }
        try {
            Cipher cipher = Jca.cipher("AES/" + algorithm + "/NoPadding", encrypt, key, new IvParameterSpec(iv));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException | IllegalStateException malformed) {
            throw refused();
        }
    }

    private static CryptoFailure refused() {
        return CryptoFailure.of("", "Trying to add data in unsupported state");
    }

    private byte[] cbc(boolean enciphering, byte[] vector, byte[] input) {
        return Jca.block(Jca.cipher("DESede/CBC/NoPadding", enciphering, key, new IvParameterSpec(vector)), input);
    }

    private static byte[] check(byte[] input) {
        return Arrays.copyOf(Digests.require("sha1").digest(input), 8);
    }

    private byte[] wrapTripleDes(byte[] input) {
        if (input.length == 0 || input.length % 8 != 0) {
            throw refused();
        }
        byte[] vector = Randomness.bytes(8);
        byte[] inner = Arrays.copyOf(input, input.length + 8);
        System.arraycopy(check(input), 0, inner, input.length, 8);
        byte[] enciphered = cbc(true, vector, inner);
        byte[] both = Arrays.copyOf(vector, 8 + enciphered.length);
        System.arraycopy(enciphered, 0, both, 8, enciphered.length);
        return cbc(true, TRIPLE_DES_IV, reversed(both));
    }

    private byte[] unwrapTripleDes(byte[] input) {
        if (input.length < 24 || input.length % 8 != 0) {
            throw refused();
        }
        byte[] both = reversed(cbc(false, TRIPLE_DES_IV, input));
        byte[] inner = cbc(false, Arrays.copyOf(both, 8), Arrays.copyOfRange(both, 8, both.length));
        byte[] plain = Arrays.copyOf(inner, inner.length - 8);
        if (!MessageDigest.isEqual(check(plain), Arrays.copyOfRange(inner, inner.length - 8, inner.length))) {
            throw refused();
        }
        return plain;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    @Override
    public byte[] finish(boolean padded) {
        return new byte[0];
    }
}
