package dev.troupe.node.crypto;

import java.security.MessageDigest;

/** MD5 and SHA-1 of the same bytes, one after the other, as old TLS signs them (RFC 2246 §7.4.3). Not thread-safe. */
final class Md5Sha1 extends MessageDigest implements Cloneable {
    private MessageDigest md5;
    private MessageDigest sha1;

    Md5Sha1() {
        super("MD5-SHA1");
        md5 = Digests.require("md5");
        sha1 = Digests.require("sha1");
    }

    @Override
    protected int engineGetDigestLength() {
        return 36;
    }

    @Override
    protected void engineUpdate(byte input) {
        md5.update(input);
        sha1.update(input);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        md5.update(input, offset, length);
        sha1.update(input, offset, length);
    }

    @Override
    protected byte[] engineDigest() {
        byte[] result = new byte[36];
        System.arraycopy(md5.digest(), 0, result, 0, 16);
        System.arraycopy(sha1.digest(), 0, result, 16, 20);
        return result;
    }

    @Override
    protected void engineReset() {
        md5.reset();
        sha1.reset();
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        Md5Sha1 copy = (Md5Sha1) super.clone();
        copy.md5 = Digests.copy(md5);
        copy.sha1 = Digests.copy(sha1);
        return copy;
    }
}
