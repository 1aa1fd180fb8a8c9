package dev.troupe.node.binding;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.HashState;
import dev.troupe.node.crypto.Hkdf;
import dev.troupe.node.crypto.Pbkdf2;
import dev.troupe.node.crypto.Primes;
import dev.troupe.node.crypto.Scrypt;
import dev.troupe.node.crypto.asymmetric.Agreement;
import dev.troupe.node.crypto.asymmetric.RsaCipher;
import dev.troupe.node.crypto.asymmetric.Signatures;
import dev.troupe.node.crypto.asymmetric.Spkac;
import dev.troupe.node.crypto.key.AsymmetricKey;
import dev.troupe.node.crypto.key.KeyWriter;
import dev.troupe.node.crypto.key.ModpGroups;
import dev.troupe.node.crypto.key.Numbers;
import dev.troupe.node.crypto.key.RsaKey;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.graalvm.polyglot.Value;

/**
 * {@code internalBinding('sign')}: what keys are for, and what derives keys: signatures, RSA encryption, agreement,
 * derivation, primes. Made once for each realm, called on its loop. It holds nothing.
 */
public final class SignBinding implements BindingFactory {
    /** Bytes of a number to test for primality: one such test takes minutes already, and cannot be stopped. */
    private static final int LONGEST_CANDIDATE = 8 << 10;

    @Override
    public Object create(Realm realm) {
        Binding binding = Binding.of(realm);
        signatures(binding, realm);
        certificates(binding);
        agreement(binding, realm);
        derivation(binding, realm);
        CryptoCalls.job(binding, realm, "rsa", SignBinding::rsa);
        CryptoCalls.job(binding, realm, "prime", SignBinding::prime);
        CryptoCalls.job(binding, realm, "isPrime", a -> {
            byte[] bytes = CryptoCalls.data(a[0]);
            if (bytes.length > LONGEST_CANDIDATE) {
                throw CryptoFailure.openSsl("01800072", "bignum routines", "BN_", "bignum too long");
            }
            BigInteger number = Numbers.of(bytes);
            int rounds = a[1].asInt();
            return () -> Primes.isProbable(number, rounds);
        });
        return binding.build();
    }

    private static void signatures(Binding binding, Realm realm) {
        CryptoCalls.job(binding, realm, "sign", a -> {
            AsymmetricKey key = KeyBinding.key(a[0]);
            String hash = a[1].asString();
            byte[] message = CryptoCalls.data(a[2]);
            Signatures.Options options = options(a, 3);
            return () -> Signatures.sign(key, hash, message, options);
        });
        CryptoCalls.job(binding, realm, "verify", a -> {
            AsymmetricKey key = KeyBinding.key(a[0]);
            String hash = a[1].asString();
            byte[] message = CryptoCalls.data(a[2]);
            Signatures.Options options = options(a, 3);
            byte[] signature = CryptoCalls.data(a[6]);
            return () -> Signatures.verify(key, hash, message, signature, options);
        });
        binding.function(
                        "signDigest",
                        CryptoCalls.checked(
                                realm,
                                a -> ByteBuffer.wrap(Signatures.signDigest(
                                        KeyBinding.key(a[0]), a[1].asString(), digest(a[2]), options(a, 3)))))
                .function(
                        "verifyDigest",
                        CryptoCalls.checked(
                                realm,
                                a -> Signatures.verifyDigest(
                                        KeyBinding.key(a[0]),
                                        a[1].asString(),
                                        digest(a[2]),
                                        CryptoCalls.data(a[6]),
                                        options(a, 3))));
    }

    private static void certificates(Binding binding) {
        binding.function("spkacIsValid", a -> spkac(a).map(Spkac::isValid).orElse(false))
                .function("spkacKey", a -> spkac(a).map(spkac -> KeyWriter.publicKey(spkac.key(), true, "spki"))
                        .orElse(""))
                .function("spkacChallenge", a -> spkac(a).<Object>map(spkac -> ByteBuffer.wrap(spkac.challenge()))
                        .orElse(""));
    }

    private static Optional<Spkac> spkac(Value[] a) {
        try {
            return Spkac.read(CryptoCalls.data(a[0]));
        } catch (CryptoFailure noKey) {
            return Optional.empty();
        }
    }

    private static byte[] digest(Value handle) {
        HashState state = handle.asHostObject();
        return state.finish();
    }

    /** Three arguments: padding, salt length or null, side by side? */
    private static Signatures.Options options(Value[] a, int at) {
        int salt = a[at + 1].isNumber() ? a[at + 1].asInt() : Signatures.NO_SALT_LENGTH;
        return new Signatures.Options(a[at].asInt(), salt, a[at + 2].asBoolean());
    }

    private static void agreement(Binding binding, Realm realm) {
        CryptoCalls.job(binding, realm, "agree", a -> {
            AsymmetricKey own = KeyBinding.key(a[0]);
            AsymmetricKey other = KeyBinding.key(a[1]);
            return () -> Agreement.secret(own, other);
        });
        binding.function(
                        "ecdhKey",
                        CryptoCalls.checked(realm, a -> EcdhCalls.privateKey(a[0].asString(), CryptoCalls.data(a[1]))))
                .function("ecdhSecret", CryptoCalls.checked(realm, a -> ByteBuffer.wrap(EcdhCalls.secret(a))))
                .function("ecdhEncoded", a -> ByteBuffer.wrap(EcdhCalls.encoded(a)))
                .function("ecdhScalar", a -> ByteBuffer.wrap(EcdhCalls.scalar(a[0])))
                .function("ecdhConvert", CryptoCalls.checked(realm, a -> ByteBuffer.wrap(EcdhCalls.convert(a))))
                .function(
                        "dhPrime",
                        CryptoCalls.checked(
                                realm,
                                a -> ByteBuffer.wrap(Numbers.minimal(
                                        DhCalls.prime(a[0].asInt(), Numbers.of(CryptoCalls.data(a[1])))))))
                .function("dhVerify", DhCalls::verify)
                .function("dhPrivate", a -> ByteBuffer.wrap(DhCalls.privateNumber(a)))
                .function("dhPublic", a -> ByteBuffer.wrap(DhCalls.publicNumber(a)))
                .function("dhSecret", CryptoCalls.checked(realm, a -> ByteBuffer.wrap(DhCalls.secret(a))))
                .function(
                        "groupPrime",
                        CryptoCalls.checked(
                                realm,
                                a -> ByteBuffer.wrap(Numbers.minimal(group(a[0]).prime()))))
                .function(
                        "groupGenerator",
                        CryptoCalls.checked(
                                realm,
                                a -> ByteBuffer.wrap(Numbers.minimal(group(a[0]).generator()))));
    }

    private static ModpGroups.Group group(Value name) {
        return ModpGroups.find(name.asString())
                .orElseThrow(() -> CryptoFailure.of("ERR_CRYPTO_UNKNOWN_DH_GROUP", "Unknown DH group"));
    }

    private static void derivation(Binding binding, Realm realm) {
        CryptoCalls.job(binding, realm, "pbkdf2", a -> {
            String hash = a[0].asString();
            byte[] password = CryptoCalls.data(a[1]);
            byte[] salt = CryptoCalls.data(a[2]);
            int iterations = a[3].asInt();
            int length = length(realm, a[4]);
            return () -> Pbkdf2.derive(hash, password, salt, iterations, length);
        });
        CryptoCalls.job(binding, realm, "hkdf", a -> {
            String hash = a[0].asString();
            byte[] key = CryptoCalls.data(a[1]);
            byte[] salt = CryptoCalls.data(a[2]);
            byte[] info = CryptoCalls.data(a[3]);
            int length = length(realm, a[4]);
            return () -> Hkdf.derive(hash, key, salt, info, length);
        });
        binding.function("scryptCheck", CryptoCalls.checked(realm, a -> {
            Scrypt.check(a[0].asLong(), a[1].asLong(), a[2].asLong(), a[3].asLong());
            return null;
        }));
        CryptoCalls.job(binding, realm, "scrypt", a -> {
            byte[] password = CryptoCalls.data(a[0]);
            byte[] salt = CryptoCalls.data(a[1]);
            int n = a[2].asInt();
            int r = a[3].asInt();
            int p = a[4].asInt();
            Scrypt.check(n, r, p, a[5].asLong());
            int length = length(realm, a[6]);
            return () -> Scrypt.derive(password, salt, n, r, p, length);
        });
    }

    private static int length(Realm realm, Value number) {
        int length = number.asInt();
        if (length < 0 || length > realm.actor().limits().bufferBytes()) {
            throw CryptoFailure.range("ERR_CRYPTO_INVALID_KEYLEN", "Invalid key length");
        }
        return length;
    }

    /** Arguments: operation, key, data, padding, hash, label. */
    private static Callable<?> rsa(Value[] a) {
        String operation = a[0].asString();
        if (!(KeyBinding.key(a[1]) instanceof RsaKey key) || key.pssOnly()) {
            throw CryptoFailure.openSsl(
                    "03000096", "digital envelope routines", "EVP_", "operation not supported for this keytype");
        }
        byte[] data = CryptoCalls.data(a[2]);
        RsaCipher.Padding padding = new RsaCipher.Padding(a[3].asInt(), a[4].asString(), CryptoCalls.data(a[5]));
        return switch (operation) {
            case "publicEncrypt" -> () -> RsaCipher.publicEncrypt(key, data, padding);
            case "privateDecrypt" -> () -> RsaCipher.privateDecrypt(key, data, padding);
            case "privateEncrypt" -> () -> RsaCipher.privateEncrypt(key, data, padding);
            default -> () -> RsaCipher.publicDecrypt(key, data, padding);
        };
    }

    /** Arguments: bits, safe?, add, remainder (bytes, or null). */
    private static Callable<?> prime(Value[] a) {
        int bits = a[0].asInt();
        boolean safe = a[1].asBoolean();
        if (bits > Primes.MOST_BITS) {
            throw CryptoFailure.openSsl("01800072", "bignum routines", "BN_", "bignum too long");
        }
        BigInteger add = CryptoCalls.optional(a[2]).map(Numbers::of).orElse(BigInteger.ZERO);
        if (add.bitLength() > bits) {
            throw CryptoFailure.range("ERR_OUT_OF_RANGE", "invalid options.add");
        }
        BigInteger remainder = CryptoCalls.optional(a[3])
                .map(Numbers::of)
                .orElse(safe && add.signum() != 0 ? BigInteger.valueOf(3) : BigInteger.ONE);
        if (add.signum() != 0 && remainder.compareTo(add) >= 0) {
            throw CryptoFailure.range("ERR_OUT_OF_RANGE", "invalid options.rem");
        }
        return () -> Numbers.fixed(Primes.random(bits, safe, add, remainder), (bits + 7) / 8);
    }
}
