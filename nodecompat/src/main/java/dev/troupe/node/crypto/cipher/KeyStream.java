package dev.troupe.node.crypto.cipher;

import javax.crypto.Cipher;

/** A cipher of the JDK that gives a byte for each byte: CTR, CFB8, ChaCha20. */
final class KeyStream implements CipherStream {
    private final Cipher cipher;

    KeyStream(Cipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public byte[] update(byte[] input) {
        return Jca.update(cipher, input);
    }

    @Override
    public byte[] finish(boolean padded) {
        return new byte[0];
    }
}
