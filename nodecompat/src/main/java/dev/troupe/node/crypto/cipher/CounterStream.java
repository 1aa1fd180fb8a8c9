package dev.troupe.node.crypto.cipher;

import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.key.Numbers;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/**
 * CTR whose counter is the last bits of the block and wraps around within them, as GCM (NIST SP 800-38D §6.5) and
 * WebCrypto's AES-CTR have it; the JDK's CTR counts with all 128.
 */
final class CounterStream implements CipherStream {
    private final byte[] key;
    private final byte[] counter;
    private final int bits;
    private Cipher cipher;
    private BigInteger left;
    private boolean wrapped;

    private CounterStream(byte[] key, byte[] counter, int bits) {
        this.key = key.clone();
        this.counter = counter.clone();
        this.bits = bits;
        this.cipher = restart();
        this.left = untilWrap();
    }

    /** A counter of {@code bits} bits at the end of the first block. */
    static CounterStream of(byte[] key, byte[] first, int bits) {
        return new CounterStream(key, first, bits);
    }

    /** One after GCM's pre-counter block, which is for the tag. */
    static CounterStream ofGcm(byte[] key, byte[] iv) {
        byte[] block = iv.length == 12 ? Arrays.copyOf(iv, 16) : Ghash.ofIv(key, iv);
        int low = iv.length == 12 ? 2 : ByteBuffer.wrap(block).getInt(12) + 1;
        ByteBuffer.wrap(block).putInt(12, low);
        return new CounterStream(key, block, 32);
    }

    private Cipher restart() {
        return Jca.cipher("AES/CTR/NoPadding", true, key, new IvParameterSpec(counter));
    }

    /** Bytes of key stream before the counter is zero. */
    private BigInteger untilWrap() {
        BigInteger range = BigInteger.ONE.shiftLeft(bits);
        return range.subtract(Numbers.of(counter).mod(range)).shiftLeft(4);
    }

    @Override
    public byte[] update(byte[] input) {
        BigInteger length = BigInteger.valueOf(input.length);
        if (length.compareTo(left) <= 0) {
            left = left.subtract(length);
            return Jca.update(cipher, input);
        }
        if (wrapped) {
            throw CryptoFailure.of("ERR_CRYPTO_OPERATION_FAILED", "The counter came around twice");
        }
        wrapped = true;
        int before = left.intValue();
        byte[] output = Arrays.copyOf(Jca.update(cipher, Arrays.copyOf(input, before)), input.length);
        BigInteger range = BigInteger.ONE.shiftLeft(bits);
        BigInteger high = Numbers.of(counter);
        System.arraycopy(Numbers.fixed(high.subtract(high.mod(range)), 16), 0, counter, 0, 16);
        cipher = restart();
        left = range.shiftLeft(4);
        byte[] after = update(Arrays.copyOfRange(input, before, input.length));
        System.arraycopy(after, 0, output, before, after.length);
        return output;
    }

    @Override
    public byte[] finish(boolean padded) {
        return new byte[0];
    }
}
