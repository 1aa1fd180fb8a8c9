package dev.troupe.node.crypto.cipher;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * GCM and ChaCha20-Poly1305. The JDK's deciphering gives nothing before the end, while OpenSSL's gives each byte at
 * once and judges at the end. So two ciphers of the JDK work side by side: a key stream makes the output, and the
 * authenticated cipher, always enciphering, gets the plaintext and makes the tag.
 */
final class AeadStream implements CipherStream {
    static final int TAG_LENGTH = 16;

    private final CipherStream stream;
    private final Cipher sealing;
    private final boolean encrypt;
    private byte @Nullable [] expected;
    private byte[] tag = new byte[0];

    AeadStream(CipherStream stream, Cipher sealing, boolean encrypt) {
        this.stream = stream;
        this.sealing = sealing;
        this.encrypt = encrypt;
    }

    @Override
    public void authenticate(byte[] data) {
        sealing.updateAAD(data);
    }

    @Override
    public byte[] update(byte[] input) {
        byte[] output = stream.update(input);
        Jca.update(sealing, encrypt ? input : output);
        return output;
    }

    @Override
    public byte[] finish(boolean padded) {
        try {
            byte[] last = sealing.doFinal();
            tag = Arrays.copyOfRange(last, last.length - TAG_LENGTH, last.length);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(sealing.getAlgorithm(), failure);
        }
        if (!encrypt && !isExpected()) {
            throw CipherStream.unauthentic();
        }
        return new byte[0];
    }

    private boolean isExpected() {
        byte[] wanted = expected;
        return wanted != null && MessageDigest.isEqual(wanted, Arrays.copyOf(tag, wanted.length));
    }

    @Override
    public byte[] tag() {
        return tag.clone();
    }

    @Override
    public void expect(byte[] wanted) {
        expected = wanted.clone();
    }
}
