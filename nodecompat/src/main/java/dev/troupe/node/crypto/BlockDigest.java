package dev.troupe.node.crypto;

import java.security.MessageDigest;

/**
 * A digest that takes its input in blocks, and what it holds back until a block is full. The last block waits until it
 * is known to be the last, as BLAKE2 wants it. Not thread-safe.
 */
abstract class BlockDigest extends MessageDigest implements Cloneable {
    private byte[] block;
    private int filled;
    private long total;

    BlockDigest(String name, int blockLength) {
        super(name);
        block = new byte[blockLength];
    }

    /** Mixes one full block in; {@code total} counts the input up to its end. */
    abstract void compress(byte[] bytes, int offset, long total);

    /** Mixes the last {@code filled} bytes of {@code block} in and gives the digest. */
    abstract byte[] finish(byte[] block, int filled, long total);

    /** Begins anew. */
    abstract void restart();

    @Override
    protected final void engineUpdate(byte input) {
        engineUpdate(new byte[] {input}, 0, 1);
    }

    @Override
    protected final void engineUpdate(byte[] input, int offset, int length) {
        int at = offset;
        int left = length;
        while (left > 0) {
            if (filled == block.length) {
                total += block.length;
                compress(block, 0, total);
                filled = 0;
            }
            while (filled == 0 && left > block.length) {
                total += block.length;
                compress(input, at, total);
                at += block.length;
                left -= block.length;
            }
            int taken = Math.min(left, block.length - filled);
            System.arraycopy(input, at, block, filled, taken);
            filled += taken;
            at += taken;
            left -= taken;
        }
    }

    @Override
    protected final byte[] engineDigest() {
        byte[] result = finish(block, filled, total + filled);
        engineReset();
        return result;
    }

    @Override
    protected final void engineReset() {
        java.util.Arrays.fill(block, (byte) 0);
        filled = 0;
        total = 0;
        restart();
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        BlockDigest copy = (BlockDigest) super.clone();
        copy.block = block.clone();
        return copy;
    }
}
