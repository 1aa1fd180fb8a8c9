package dev.troupe.node.crypto.cipher;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/**
 * The key stream of GCM (NIST SP 800-38D §6.5): CTR whose counter has 32 bits and wraps around, where the JDK's CTR
 * counts with all 128.
 */
final class GcmCounter implements CipherStream {
    private final byte[] key;
    private final byte[] counter;
    private Cipher cipher;
    private long left;

    GcmCounter(byte[] key, byte[] iv) {
        this.key = key.clone();
        this.counter = first(key, iv);
        this.cipher = restart();
    }

    /** One after the pre-counter block, which is for the tag. */
    private static byte[] first(byte[] key, byte[] iv) {
        byte[] block = iv.length == 12 ? Arrays.copyOf(iv, 16) : Ghash.ofIv(key, iv);
        int low = iv.length == 12 ? 2 : ByteBuffer.wrap(block).getInt(12) + 1;
        ByteBuffer.wrap(block).putInt(12, low);
        return block;
    }

    private Cipher restart() {
        int low = ByteBuffer.wrap(counter).getInt(12);
        left = ((1L << 32) - (low & 0xffff_ffffL)) * 16;
        return Jca.cipher("AES/CTR/NoPadding", true, key, new IvParameterSpec(counter));
    }

    @Override
    public byte[] update(byte[] input) {
        if (input.length < left) {
            left -= input.length;
            return Jca.update(cipher, input);
        }
        int before = (int) left;
        byte[] output = Arrays.copyOf(Jca.update(cipher, Arrays.copyOf(input, before)), input.length);
        ByteBuffer.wrap(counter).putInt(12, 0);
        cipher = restart();
        byte[] after = update(Arrays.copyOfRange(input, before, input.length));
        System.arraycopy(after, 0, output, before, after.length);
        return output;
    }

    @Override
    public byte[] finish(boolean padded) {
        return new byte[0];
    }
}
