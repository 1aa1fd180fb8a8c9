package dev.troupe.node.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.troupe.node.crypto.cipher.CipherStream;
import dev.troupe.node.crypto.cipher.Ciphers;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StreamsTest {
    private static final byte[] KEY = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");

    @ParameterizedTest
    @CsvSource({
        "AES, ecb, 16, 0", "AES, cbc, 16, 16", "AES, ctr, 16, 16", "AES, cfb, 16, 16", "AES, cfb8, 16, 16",
        "AES, ofb, 16, 16", "AES, gcm, 16, 12", "AES, gcm, 32, 5", "AES, ocb, 16, 12", "DESede, cbc, 24, 8",
        "DESede, cfb, 16, 8", "ChaCha20, stream, 32, 16", "ChaCha20, poly1305, 32, 12", "AES, ctr/5, 16, 16",
    })
    void piecesComeBackWhole(String algorithm, String mode, int keyLength, int ivLength) {
        byte[] key = Randomness.bytes(keyLength);
        byte[] iv = Randomness.bytes(ivLength);
        byte[] message = Randomness.bytes(203);
        CipherStream enciphering = Ciphers.open(algorithm, mode, true, key, iv, 16);
        byte[] enciphered = inPieces(enciphering, message);
        CipherStream deciphering = Ciphers.open(algorithm, mode, false, key, iv, 16);
        if (mode.equals("gcm") || mode.equals("ocb") || mode.equals("poly1305")) {
            deciphering.expect(enciphering.tag());
        }
        assertArrayEquals(message, inPieces(deciphering, enciphered));
    }

    private static byte[] inPieces(CipherStream stream, byte[] input) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        for (int at = 0; at < input.length; at += 13) {
            output.writeBytes(stream.update(Arrays.copyOfRange(input, at, Math.min(input.length, at + 13))));
        }
        output.writeBytes(stream.finish(true));
        return output.toByteArray();
    }

    @Test
    void gcmIsThatOfTheJdkAlsoWhereItsCounterWraps() throws GeneralSecurityException {
        byte[] message = Randomness.bytes(100);
        for (int i = 0; i < 50; i++) {
            byte[] iv = Randomness.bytes(1 + i);
            Cipher expected = Cipher.getInstance("AES/GCM/NoPadding");
            expected.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"), new GCMParameterSpec(128, iv));
            byte[] sealed = expected.doFinal(message);
            CipherStream stream = Ciphers.open("AES", "gcm", true, KEY, iv, 16);
            assertArrayEquals(Arrays.copyOf(sealed, 100), stream.update(message));
            stream.finish(true);
            assertArrayEquals(Arrays.copyOfRange(sealed, 100, 116), stream.tag());
        }
    }

    @Test
    void aCounterOfFewBitsWrapsWithinThem() {
        byte[] counter = new byte[16];
        Arrays.fill(counter, (byte) 0xff);
        byte[] wrapping = Ciphers.open("AES", "ctr/8", true, KEY, counter, 0).update(new byte[32]);
        counter[15] = 0;
        byte[] next = Ciphers.open("AES", "ctr", true, KEY, counter, 0).update(new byte[16]);
        assertArrayEquals(next, Arrays.copyOfRange(wrapping, 16, 32));
    }

    @Test
    void ocbGivesTheVectorOfRfc7253() {
        byte[] nonce = HexFormat.of().parseHex("bbaa99887766554433221101");
        byte[] text = HexFormat.of().parseHex("0001020304050607");
        CipherStream stream = Ciphers.open("AES", "ocb", true, KEY, nonce, 16);
        stream.authenticate(text);
        stream.update(text);
        String enciphered = HexFormat.of().formatHex(stream.finish(true));
        assertEquals("6820b3657b6f615a", enciphered);
        assertEquals("5725bda0d3b4eb3a257c9af1f8f03009", HexFormat.of().formatHex(stream.tag()));
    }

    @Test
    void aChangedMessageIsNotAuthentic() {
        CipherStream enciphering = Ciphers.open("AES", "gcm", true, KEY, new byte[12], 16);
        byte[] enciphered = enciphering.update(new byte[20]);
        enciphering.finish(true);
        enciphered[3] ^= 1;
        CipherStream deciphering = Ciphers.open("AES", "gcm", false, KEY, new byte[12], 16);
        deciphering.expect(enciphering.tag());
        deciphering.update(enciphered);
        assertThrows(CryptoFailure.class, () -> deciphering.finish(true));
    }

    @Test
    void aChangedPaddingIsABadDecrypt() {
        CipherStream deciphering = Ciphers.open("AES", "cbc", false, KEY, new byte[16], 0);
        deciphering.update(new byte[16]);
        assertThrows(CryptoFailure.class, () -> deciphering.finish(true));
    }
}
