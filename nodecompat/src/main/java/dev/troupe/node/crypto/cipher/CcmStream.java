package dev.troupe.node.crypto.cipher;

import dev.troupe.node.crypto.CryptoFailure;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * CCM (NIST SP 800-38C, RFC 3610), which the JDK does not have. The tag covers the message's length, hence a message
 * comes in one piece.
 */
final class CcmStream implements CipherStream {
    private final Cipher ecb;
    private final Cipher counter;
    private final byte[] nonce;
    private final int tagLength;
    private final boolean encrypt;
    private final byte[] tagMask;
    private byte[] data = new byte[0];
    private byte @Nullable [] expected;
    private byte @Nullable [] tag;
    private boolean authentic;

    CcmStream(byte[] key, byte[] nonce, int tagLength, boolean encrypt) {
        this.ecb = Jca.cipher("AES/ECB/NoPadding", true, key, null);
        this.nonce = nonce.clone();
        this.tagLength = tagLength;
        this.encrypt = encrypt;
        byte[] first = new byte[16];
        first[0] = (byte) (14 - nonce.length);
        System.arraycopy(nonce, 0, first, 1, nonce.length);
        this.counter = Jca.cipher("AES/CTR/NoPadding", true, key, new IvParameterSpec(first));
        this.tagMask = Jca.update(counter, new byte[16]);
    }

    @Override
    public void authenticate(byte[] more) {
        data = more.clone();
    }

    @Override
    public byte[] update(byte[] input) {
        byte[] output = Jca.update(counter, input);
        byte[] made = seal(encrypt ? input : output);
        tag = made;
        byte[] wanted = expected;
        authentic = encrypt || wanted != null && MessageDigest.isEqual(wanted, Arrays.copyOf(made, wanted.length));
        return authentic ? output : new byte[0];
    }

    private byte[] seal(byte[] plaintext) {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream(plaintext.length + data.length + 48);
        byte[] first = new byte[16];
        first[0] = (byte) ((data.length > 0 ? 0x40 : 0) | (tagLength - 2) / 2 << 3 | 14 - nonce.length);
        ByteBuffer.wrap(first).putLong(8, plaintext.length);
        System.arraycopy(nonce, 0, first, 1, nonce.length);
        blocks.writeBytes(first);
        if (data.length > 0) {
            blocks.writeBytes(lengthOf(data));
            blocks.writeBytes(data);
            pad(blocks);
        }
        blocks.writeBytes(plaintext);
        pad(blocks);
        byte[] mac = mac(blocks.toByteArray());
        for (int i = 0; i < 16; i++) {
            mac[i] ^= tagMask[i];
        }
        return mac;
    }

    private static byte[] lengthOf(byte[] data) {
        return data.length < 0xff00
                ? ByteBuffer.allocate(2).putShort((short) data.length).array()
                : ByteBuffer.allocate(6)
                        .putShort((short) 0xfffe)
                        .putInt(data.length)
                        .array();
    }

    private static void pad(ByteArrayOutputStream blocks) {
        blocks.writeBytes(new byte[-blocks.size() & 15]);
    }

    private byte[] mac(byte[] blocks) {
        byte[] mac = new byte[16];
        for (int at = 0; at < blocks.length; at += 16) {
            for (int i = 0; i < 16; i++) {
                mac[i] ^= blocks[at + i];
            }
            mac = Jca.block(ecb, mac);
        }
        return mac;
    }

    @Override
    public byte[] finish(boolean padded) {
        if (tag == null && encrypt) {
            throw CryptoFailure.openSsl("1C800077", "Provider routines", "", "tag not set");
        }
        if (!authentic) {
            throw CipherStream.unauthentic();
        }
        return new byte[0];
    }

    @Override
    public byte[] tag() {
        byte[] made = tag;
        return made == null ? new byte[0] : made.clone();
    }

    @Override
    public void expect(byte[] wanted) {
        expected = wanted.clone();
    }
}
