package dev.troupe.node.crypto.cipher;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/** OCB (RFC 7253), which the JDK does not have. Output comes in whole blocks. */
final class OcbStream implements CipherStream {
    private final Cipher ecb;
    private final Cipher inverse;
    private final boolean encrypt;
    private final byte[] star;
    private final byte[] dollar;
    private final List<byte[]> doubles = new ArrayList<>();
    private final byte[] checksum = new byte[16];
    private byte[] offset;
    private byte[] sum = new byte[16];
    private byte[] waiting = new byte[0];
    private long blocks;
    private byte @Nullable [] expected;
    private byte[] tag = new byte[0];

    OcbStream(byte[] key, byte[] nonce, int tagLength, boolean encrypt) {
        this.ecb = Jca.cipher("AES/ECB/NoPadding", true, key, null);
        this.inverse = Jca.cipher("AES/ECB/NoPadding", false, key, null);
        this.encrypt = encrypt;
        this.star = Jca.block(ecb, new byte[16]);
        this.dollar = doubled(star);
        this.doubles.add(doubled(dollar));
        this.offset = firstOffset(nonce, tagLength);
    }

    private byte[] firstOffset(byte[] nonce, int tagLength) {
        byte[] block = new byte[16];
        block[0] = (byte) (tagLength * 8 % 128 << 1);
        block[15 - nonce.length] |= 1;
        System.arraycopy(nonce, 0, block, 16 - nonce.length, nonce.length);
        int bottom = block[15] & 0x3f;
        block[15] &= (byte) 0xc0;
        byte[] top = Jca.block(ecb, block);
        byte[] stretch = Arrays.copyOf(top, 24);
        for (int i = 0; i < 8; i++) {
            stretch[16 + i] = (byte) (top[i] ^ top[i + 1]);
        }
        byte[] result = new byte[16];
        int shift = bottom % 8;
        for (int i = 0; i < 16; i++) {
            int pair = (stretch[i + bottom / 8] & 0xff) << 8 | stretch[i + bottom / 8 + 1] & 0xff;
            result[i] = (byte) (pair << shift >>> 8);
        }
        return result;
    }

    private static byte[] doubled(byte[] block) {
        byte[] result = new byte[16];
        int carry = block[0] < 0 ? 0x87 : 0;
        for (int i = 0; i < 15; i++) {
            result[i] = (byte) (block[i] << 1 | (block[i + 1] & 0xff) >>> 7);
        }
        result[15] = (byte) (block[15] << 1 ^ carry);
        return result;
    }

    private byte[] doubled(int times) {
        while (doubles.size() <= times) {
            doubles.add(doubled(doubles.get(doubles.size() - 1)));
        }
        return doubles.get(times);
    }

    private static byte[] xor(byte[] a, byte[] b) {
        byte[] result = new byte[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = (byte) (a[i] ^ b[i]);
        }
        return result;
    }

    private static void mixIn(byte[] target, byte[] block) {
        for (int i = 0; i < 16; i++) {
            target[i] ^= block[i];
        }
    }

    private static byte[] closed(byte[] part) {
        byte[] block = Arrays.copyOf(part, 16);
        block[part.length] = (byte) 0x80;
        return block;
    }

    @Override
    public void authenticate(byte[] data) {
        byte[] at = new byte[16];
        sum = new byte[16];
        int whole = data.length / 16;
        for (int i = 1; i <= whole; i++) {
            at = xor(at, doubled(Integer.numberOfTrailingZeros(i)));
            mixIn(sum, Jca.block(ecb, xor(Arrays.copyOfRange(data, 16 * i - 16, 16 * i), at)));
        }
        if (data.length % 16 != 0) {
            at = xor(at, star);
            mixIn(sum, Jca.block(ecb, xor(closed(Arrays.copyOfRange(data, 16 * whole, data.length)), at)));
        }
    }

    @Override
    public byte[] update(byte[] input) {
        byte[] all = Arrays.copyOf(waiting, waiting.length + input.length);
        System.arraycopy(input, 0, all, waiting.length, input.length);
        int whole = all.length / 16 * 16;
        byte[] output = new byte[whole];
        for (int at = 0; at < whole; at += 16) {
            byte[] block = Arrays.copyOfRange(all, at, at + 16);
            offset = xor(offset, doubled(Long.numberOfTrailingZeros(++blocks)));
            byte[] made = xor(offset, Jca.block(encrypt ? ecb : inverse, xor(block, offset)));
            mixIn(checksum, encrypt ? block : made);
            System.arraycopy(made, 0, output, at, 16);
        }
        waiting = Arrays.copyOfRange(all, whole, all.length);
        return output;
    }

    @Override
    public byte[] finish(boolean padded) {
        byte[] output = new byte[0];
        if (waiting.length > 0) {
            offset = xor(offset, star);
            byte[] mask = Jca.block(ecb, offset);
            output = xor(waiting, mask);
            mixIn(checksum, closed(encrypt ? waiting : output));
        }
        tag = xor(Jca.block(ecb, xor(xor(checksum, offset), dollar)), sum);
        byte[] wanted = expected;
        if (!encrypt && (wanted == null || !MessageDigest.isEqual(wanted, Arrays.copyOf(tag, wanted.length)))) {
            throw CipherStream.unauthentic();
        }
        return output;
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
