package dev.troupe.node.crypto.asymmetric;

import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.Digests;
import dev.troupe.node.crypto.Randomness;
import dev.troupe.node.crypto.key.RsaKey;
import java.security.MessageDigest;
import java.util.Arrays;

/** RSA encryption (RFC 8017 §7) with the paddings that Node has numbers for. Stateless, any thread. */
public final class RsaCipher {
    /** {@code crypto.constants.RSA_PKCS1_PADDING} and so on. */
    public static final int PKCS1 = 1;

    public static final int NONE = 3;
    public static final int OAEP = 4;

    private RsaCipher() {}

    /**
     * How to pad.
     *
     * @param padding one of the numbers above
     * @param hash OAEP's hash function
     * @param label OAEP's label
     */
    public record Padding(int padding, String hash, byte[] label) {}

    public static byte[] publicEncrypt(RsaKey key, byte[] data, Padding padding) {
        return RawRsa.publicPower(key, pad(key, data, padding, 2));
    }

    public static byte[] privateEncrypt(RsaKey key, byte[] data, Padding padding) {
        return RawRsa.privatePower(key, pad(key, data, padding, 1));
    }

    public static byte[] privateDecrypt(RsaKey key, byte[] data, Padding padding) {
        return unpad(RawRsa.privatePower(key, sized(key, data)), padding, 2);
    }

    public static byte[] publicDecrypt(RsaKey key, byte[] data, Padding padding) {
        return unpad(RawRsa.publicPower(key, sized(key, data)), padding, 1);
    }

    private static byte[] sized(RsaKey key, byte[] data) {
        int size = key.size();
        if (data.length > size) {
            throw CryptoFailure.openSsl("0200006C", "rsa routines", "RSA_", "data greater than mod len");
        }
        byte[] block = new byte[size];
        System.arraycopy(data, 0, block, size - data.length, data.length);
        return block;
    }

    private static byte[] pad(RsaKey key, byte[] data, Padding padding, int type) {
        int size = key.size();
        return switch (padding.padding) {
            case PKCS1 -> pkcs1(data, size, type);
            case NONE -> {
                if (data.length != size) {
                    throw CryptoFailure.openSsl(
                            data.length > size ? "0200006E" : "0200007A",
                            "rsa routines",
                            "RSA_",
                            data.length > size ? "data too large for key size" : "data too small for key size");
                }
                yield data;
            }
            case OAEP -> oaep(data, size, padding);
            default -> throw CryptoFailure.openSsl("02000076", "rsa routines", "RSA_", "unknown padding type");
        };
    }

    private static CryptoFailure tooLarge() {
        return CryptoFailure.openSsl("0200006E", "rsa routines", "RSA_", "data too large for key size");
    }

    private static byte[] pkcs1(byte[] data, int size, int type) {
        if (data.length > size - 11) {
            throw tooLarge();
        }
        byte[] block = new byte[size];
        int filled = size - data.length - 1;
        block[1] = (byte) type;
        for (int i = 2; i < filled; i++) {
            block[i] = (byte) 0xff;
        }
        if (type == 2) {
            byte[] random = Randomness.bytes(filled - 2);
            for (int i = 0; i < random.length; i++) {
                while (random[i] == 0) {
                    random[i] = Randomness.bytes(1)[0];
                }
            }
            System.arraycopy(random, 0, block, 2, random.length);
        }
        System.arraycopy(data, 0, block, filled + 1, data.length);
        return block;
    }

    private static byte[] oaep(byte[] data, int size, Padding padding) {
        MessageDigest function = Digests.require(padding.hash);
        int width = function.getDigestLength();
        if (data.length > size - 2 * width - 2) {
            throw tooLarge();
        }
        byte[] block = new byte[size];
        byte[] seed = Randomness.bytes(width);
        System.arraycopy(seed, 0, block, 1, width);
        System.arraycopy(function.digest(padding.label), 0, block, 1 + width, width);
        block[size - data.length - 1] = 1;
        System.arraycopy(data, 0, block, size - data.length, data.length);
        Mgf1.mask(block, 1 + width, size - width - 1, padding.hash, seed);
        Mgf1.mask(block, 1, width, padding.hash, Arrays.copyOfRange(block, 1 + width, size));
        return block;
    }

    private static byte[] unpad(byte[] block, Padding padding, int type) {
        return switch (padding.padding) {
            case PKCS1 -> type == 2 ? pkcs1Secret(block) : pkcs1Public(block);
            case NONE -> block;
            case OAEP -> oaep(block, padding);
            default -> throw CryptoFailure.openSsl("02000076", "rsa routines", "RSA_", "unknown padding type");
        };
    }

    private static byte[] pkcs1Public(byte[] block) {
        int end = 2;
        while (end < block.length && block[end] == (byte) 0xff) {
            end++;
        }
        if (block[0] != 0 || block[1] != 1 || end < 10 || end == block.length || block[end] != 0) {
            throw CryptoFailure.openSsl("0200008A", "rsa routines", "RSA_", "invalid padding");
        }
        return Arrays.copyOfRange(block, end + 1, block.length);
    }

    /** Looks at all bytes in the same way, so that the time does not tell where the padding is wrong. */
    private static byte[] pkcs1Secret(byte[] block) {
        int end = 0;
        int bad = block[0] | block[1] ^ 2;
        for (int i = 2; i < block.length; i++) {
            int isZero = (block[i] & 0xff) - 1 >>> 31;
            int first = isZero & (end - 1 >>> 31);
            end |= -first & i;
        }
        bad |= end - 10 & 0x80000000;
        if (bad != 0) {
            throw CryptoFailure.openSsl("0200009F", "rsa routines", "RSA_", "pkcs decoding error");
        }
        return Arrays.copyOfRange(block, end + 1, block.length);
    }

    private static byte[] oaep(byte[] block, Padding padding) {
        MessageDigest function = Digests.require(padding.hash);
        int width = function.getDigestLength();
        if (block.length < 2 * width + 2) {
            throw oaepError();
        }
        Mgf1.mask(block, 1, width, padding.hash, Arrays.copyOfRange(block, 1 + width, block.length));
        Mgf1.mask(block, 1 + width, block.length - width - 1, padding.hash, Arrays.copyOfRange(block, 1, 1 + width));
        byte[] expected = function.digest(padding.label);
        int bad = block[0];
        bad |= MessageDigest.isEqual(expected, Arrays.copyOfRange(block, 1 + width, 1 + 2 * width)) ? 0 : 1;
        int found = 0;
        for (int i = 1 + 2 * width; i < block.length; i++) {
            int open = found - 1 >>> 31; // 1 until the separator
            int isOne = ((block[i] ^ 1) & 0xff) - 1 >>> 31;
            int isZero = (block[i] & 0xff) - 1 >>> 31;
            found |= -(open & isOne) & i;
            bad |= open & (1 - isOne) & (1 - isZero);
        }
        if (bad != 0 || found == 0) {
            throw oaepError();
        }
        return Arrays.copyOfRange(block, found + 1, block.length);
    }

    private static CryptoFailure oaepError() {
        return CryptoFailure.openSsl("02000079", "rsa routines", "RSA_", "oaep decoding error");
    }
}
