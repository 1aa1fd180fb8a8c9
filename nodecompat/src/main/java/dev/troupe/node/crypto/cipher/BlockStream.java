package dev.troupe.node.crypto.cipher;

import dev.troupe.node.crypto.CryptoFailure;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * ECB and CBC, with PKCS #7's padding (RFC 5652 §6.3) put on or taken off here: whether to pad is decided at the end,
 * and what deciphering gives last is held back until then.
 */
final class BlockStream implements CipherStream {
    private final Cipher cipher;
    private final boolean encrypt;
    private final int width;
    private long total;
    private byte[] held = new byte[0];

    BlockStream(Cipher cipher, boolean encrypt) {
        this.cipher = cipher;
        this.encrypt = encrypt;
        this.width = cipher.getBlockSize();
    }

    @Override
    public byte[] update(byte[] input) {
        total += input.length;
        byte[] output = Jca.update(cipher, input);
        return encrypt ? output : holdLast(output);
    }

    private byte[] holdLast(byte[] output) {
        if (output.length == 0) {
            return output;
        }
        byte[] released = Arrays.copyOf(held, held.length + output.length - width);
        System.arraycopy(output, 0, released, held.length, output.length - width);
        held = Arrays.copyOfRange(output, output.length - width, output.length);
        return released;
    }

    @Override
    public byte[] finish(boolean padded) {
        int surplus = (int) (total % width);
        if (encrypt) {
            return padded ? pad(surplus) : whole(surplus, new byte[0]);
        }
        if (!padded) {
            return whole(surplus, held);
        }
        return whole(held.length == 0 ? 1 : surplus, unpad());
    }

    private byte[] pad(int surplus) {
        byte[] padding = new byte[width - surplus];
        Arrays.fill(padding, (byte) padding.length);
        return Jca.update(cipher, padding);
    }

    private static byte[] whole(int surplus, byte[] output) {
        if (surplus != 0) {
            throw CryptoFailure.openSsl("1C80006B", "Provider routines", "", "wrong final block length");
        }
        return output;
    }

    private byte[] unpad() {
        if (held.length == 0) {
            return held;
        }
        int length = held[width - 1] & 0xff;
        int bad = length == 0 || length > width ? 1 : 0;
        for (int i = 0; i < width; i++) {
            int within = length - 1 - i >>> 31 ^ 1;
            bad |= within & (held[width - 1 - i] == length ? 0 : 1);
        }
        if (bad != 0 && total % width == 0) {
            throw CryptoFailure.openSsl("1C800064", "Provider routines", "", "bad decrypt");
        }
        return Arrays.copyOf(held, Math.max(0, width - length));
    }
}
