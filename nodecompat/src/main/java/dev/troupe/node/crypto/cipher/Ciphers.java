package dev.troupe.node.crypto.cipher;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/** Makes the streams. Stateless, any thread. */
public final class Ciphers {
    private Ciphers() {}

    /**
     * Begins a message. The lengths of key and IV must be right for the cipher.
     *
     * @param algorithm {@code AES}, {@code DESede} or {@code ChaCha20}
     * @param mode {@code ecb}, {@code cbc}, {@code ctr}, {@code cfb}, {@code cfb8}, {@code ofb}, {@code gcm},
     *     {@code ccm}, {@code ocb}, {@code wrap}, {@code wrap-pad}, {@code stream}, {@code poly1305}, or {@code ctr/}
     *     and the counter's bits
     * @param tagLength bytes of the tag, which CCM and OCB know from the beginning
     */
    public static CipherStream open(
            String algorithm, String mode, boolean encrypt, byte[] key, byte[] iv, int tagLength) {
        return switch (mode) {
            case "ecb" -> new BlockStream(Jca.cipher(algorithm + "/ECB/NoPadding", encrypt, key, null), encrypt);
            case "cbc" ->
                new BlockStream(
                        Jca.cipher(algorithm + "/CBC/NoPadding", encrypt, key, new IvParameterSpec(iv)), encrypt);
            case "ctr" ->
                new KeyStream(Jca.cipher(algorithm + "/CTR/NoPadding", encrypt, key, new IvParameterSpec(iv)));
            case "cfb8" ->
                new KeyStream(Jca.cipher(algorithm + "/CFB8/NoPadding", encrypt, key, new IvParameterSpec(iv)));
            case "cfb", "ofb" ->
                new FeedbackStream(
                        Jca.cipher(algorithm + "/ECB/NoPadding", true, key, null), iv, mode.equals("cfb"), encrypt);
            case "gcm" -> gcm(encrypt, key, iv);
            case "ccm" -> new CcmStream(key, iv, tagLength, encrypt);
            case "ocb" -> new OcbStream(key, iv, tagLength, encrypt);
            case "wrap" -> new WrapStream(algorithm.equals("AES") ? "KW" : algorithm, key, iv, encrypt);
            case "wrap-pad" -> new WrapStream("KWP", key, iv, encrypt);
            case "stream" -> chaCha20(key, Arrays.copyOfRange(iv, 4, 16), littleEndian(iv));
            case "poly1305" -> poly1305(encrypt, key, iv);
            default -> CounterStream.of(key, iv, Integer.parseInt(mode.substring("ctr/".length())));
        };
    }

    private static CipherStream gcm(boolean encrypt, byte[] key, byte[] iv) {
        AlgorithmParameterSpec parameters = new GCMParameterSpec(8 * AeadStream.TAG_LENGTH, iv);
        Cipher sealing = Jca.cipher("AES/GCM/NoPadding", true, key, parameters);
        return new AeadStream(CounterStream.ofGcm(key, iv), sealing, encrypt);
    }

    private static int littleEndian(byte[] iv) {
        return ByteBuffer.wrap(iv).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    private static CipherStream chaCha20(byte[] key, byte[] nonce, int counter) {
        return new KeyStream(Jca.cipher("ChaCha20", true, key, new ChaCha20ParameterSpec(nonce, counter)));
    }

    /** A nonce that is short has zeros before it. */
    private static CipherStream poly1305(boolean encrypt, byte[] key, byte[] iv) {
        byte[] nonce = new byte[12];
        System.arraycopy(iv, 0, nonce, 12 - iv.length, iv.length);
        Cipher sealing = Jca.cipher("ChaCha20-Poly1305", true, key, new IvParameterSpec(nonce));
        return new AeadStream(chaCha20(key, nonce, 1), sealing, encrypt);
    }
}
