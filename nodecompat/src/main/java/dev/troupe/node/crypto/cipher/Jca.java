package dev.troupe.node.crypto.cipher;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Makes the JDK's ciphers, whose arguments are checked before: a failure is ours. Stateless, any thread. */
final class Jca {
    private Jca() {}

    static Cipher cipher(String name, boolean encrypt, byte[] key, @Nullable AlgorithmParameterSpec parameters) {
        try {
            Cipher cipher = Cipher.getInstance(name);
            Key spec = key(name, key);
            int mode = encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE;
            if (parameters == null) {
                cipher.init(mode, spec);
            } else {
                cipher.init(mode, spec, parameters);
            }
            return cipher;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(name, failure);
        }
    }

    /** Two-key triple DES takes its first key again. */
    private static Key key(String name, byte[] key) {
        String algorithm = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
        if (!algorithm.equals("DESede") || key.length == 24) {
            return new SecretKeySpec(key, algorithm.startsWith("ChaCha20") ? "ChaCha20" : algorithm);
        }
        byte[] three = Arrays.copyOf(key, 24);
        System.arraycopy(key, 0, three, 16, 8);
        return new SecretKeySpec(three, algorithm);
    }

    /** The JDK gives null for nothing. */
    static byte[] update(Cipher cipher, byte[] input) {
        byte[] output = input.length == 0 ? null : cipher.update(input);
        return output == null ? new byte[0] : output;
    }

    static byte[] block(Cipher ecb, byte[] input) {
        byte[] output = update(ecb, input);
        if (output.length != input.length) {
            throw new IllegalStateException("a cipher that holds blocks back");
        }
        return output;
    }
}
