package dev.troupe.node.crypto.cipher;

import javax.crypto.Cipher;

/**
 * CFB and OFB with the whole block fed back (NIST SP 800-38A §6.3, §6.4), a byte of output for each byte of input; the
 * JDK's wait for whole blocks.
 */
final class FeedbackStream implements CipherStream {
    private final Cipher ecb;
    private final boolean encrypt;
    private final boolean cipherFeedback;
    private byte[] register;
    private byte[] mask;
    private int used;

    FeedbackStream(Cipher ecb, byte[] iv, boolean cipherFeedback, boolean encrypt) {
        this.ecb = ecb;
        this.encrypt = encrypt;
        this.cipherFeedback = cipherFeedback;
        this.register = iv.clone();
        this.mask = iv;
        this.used = iv.length;
    }

    @Override
    public byte[] update(byte[] input) {
        byte[] output = new byte[input.length];
        for (int i = 0; i < input.length; i++) {
            if (used == register.length) {
                mask = Jca.block(ecb, register);
                register = mask.clone();
                used = 0;
            }
            output[i] = (byte) (input[i] ^ mask[used]);
            if (cipherFeedback) {
                register[used] = encrypt ? output[i] : input[i];
            }
            used++;
        }
        return output;
    }

    @Override
    public byte[] finish(boolean padded) {
        return new byte[0];
    }
}
