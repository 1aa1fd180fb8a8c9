package dev.troupe.node.binding;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import dev.troupe.node.crypto.key.AsymmetricKey;
import dev.troupe.node.crypto.key.Curves;
import dev.troupe.node.crypto.key.Jwk;
import dev.troupe.node.crypto.key.KeyDecoder;
import dev.troupe.node.crypto.key.KeyGenerator;
import dev.troupe.node.crypto.key.KeyWriter;
import dev.troupe.node.crypto.key.OkpCurve;
import dev.troupe.node.crypto.key.OkpKey;
import dev.troupe.node.crypto.key.PssRules;
import dev.troupe.node.crypto.key.SecretKey;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/**
 * {@code internalBinding('keys')}: keys, which JS holds as handles, from and to their encodings, and new ones. Made
 * once for each realm, called on its loop. It holds nothing.
 */
public final class KeyBinding implements BindingFactory {
    @Override
    public Object create(Realm realm) {
        Binding binding = Binding.of(realm);
        secrets(binding);
        reading(binding, realm);
        writing(binding, realm);
        generating(binding, realm);
        return binding.build();
    }

    private static void secrets(Binding binding) {
        binding.function("secret", a -> new SecretKey(CryptoCalls.data(a[0])))
                .function("secretBytes", a -> ByteBuffer.wrap(secret(a[0]).bytes()))
                .function("secretLength", a -> secret(a[0]).length())
                .function("sameSecret", a -> secret(a[0]).sameAs(secret(a[1])));
    }

    private static void reading(Binding binding, Realm realm) {
        binding.function(
                        "privateKey",
                        CryptoCalls.checked(
                                realm,
                                a -> KeyDecoder.privateKey(
                                        CryptoCalls.data(a[0]), a[1].asString(), CryptoCalls.optional(a[2]))))
                .function(
                        "publicKey",
                        CryptoCalls.checked(
                                realm,
                                a -> KeyDecoder.publicKey(
                                        CryptoCalls.data(a[0]), a[1].asString(), CryptoCalls.optional(a[2]))))
                .function("readJwk", CryptoCalls.checked(realm, a -> Jwk.read(members(a[0]))))
                .function("okp", CryptoCalls.checked(realm, KeyBinding::okp))
                .function("ecPoint", CryptoCalls.checked(realm, a -> EcdhCalls.publicKey(a[0].asString(), a[1])));
    }

    /** Arguments: type, bytes, are they secret? */
    private static OkpKey okp(Value[] a) {
        OkpCurve curve = OkpCurve.of(a[0].asString()).orElseThrow();
        byte[] bytes = CryptoCalls.data(a[1]);
        if (bytes.length != curve.size()) {
            throw new IllegalArgumentException("a key of " + bytes.length + " bytes");
        }
        return a[2].asBoolean() ? curve.ofSecret(bytes) : new OkpKey(curve, bytes, null);
    }

    private static void writing(Binding binding, Realm realm) {
        binding.function("toPublic", a -> key(a[0]).toPublic())
                .function("type", a -> key(a[0]).type())
                .function("details", a -> pairs(key(a[0]).details()))
                .function("same", a -> key(a[0]).sameAs(key(a[1])))
                .function("jwk", CryptoCalls.checked(realm, a -> pairs(Jwk.of(key(a[0])))))
                .function("raw", a -> ByteBuffer.wrap(EcdhCalls.raw(key(a[0]))))
                .function(
                        "exportPublic",
                        CryptoCalls.checked(
                                realm, a -> bytes(KeyWriter.publicKey(key(a[0]), a[1].asBoolean(), a[2].asString()))))
                .function(
                        "exportPrivate",
                        CryptoCalls.checked(
                                realm,
                                a -> bytes(KeyWriter.privateKey(
                                        key(a[0]), a[1].asBoolean(), a[2].asString(), protection(a[3], a[4])))));
    }

    private static Object bytes(Object textOrBytes) {
        return textOrBytes instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : textOrBytes;
    }

    private static Optional<KeyWriter.Protection> protection(Value cipher, Value passphrase) {
        return cipher.isString()
                ? Optional.of(new KeyWriter.Protection(cipher.asString(), CryptoCalls.data(passphrase)))
                : Optional.empty();
    }

    private static void generating(Binding binding, Realm realm) {
        CryptoCalls.job(binding, realm, "generateRsa", KeyBinding::rsa);
        CryptoCalls.job(binding, realm, "generateEc", a -> {
            String curve = a[0].asString();
            boolean explicit = a[1].asBoolean();
            return () -> KeyGenerator.ec(Curves.require(curve), explicit);
        });
        CryptoCalls.job(binding, realm, "generateOkp", a -> {
            String type = a[0].asString();
            return () -> OkpCurve.of(type).orElseThrow().generate();
        });
        CryptoCalls.job(binding, realm, "generateDsa", a -> {
            int bits = a[0].asInt();
            int divisor =
                    a[1].asInt() >= 0 ? a[1].asInt() : bits >= 2048 ? 256 : 160; // as OpenSSL, which goes by FIPS 186-4
            return () -> KeyGenerator.dsa(bits, divisor);
        });
        CryptoCalls.job(binding, realm, "generateDh", DhCalls::generate);
        binding.function("curve", CryptoCalls.checked(realm, a -> Curves.require(a[0].asString())
                        .name()))
                .function("curves", a -> ProxyArray.fromList(new ArrayList<Object>(Curves.names())));
    }

    /** Arguments: bits, exponent, for PSS alone?, hash or "", mask's hash, salt length. */
    private static Callable<?> rsa(Value[] a) {
        int bits = a[0].asInt();
        BigInteger exponent = BigInteger.valueOf(a[1].asLong());
        boolean pssOnly = a[2].asBoolean();
        String hash = a[3].asString();
        PssRules rules = hash.isEmpty() ? null : new PssRules(hash, a[4].asString(), a[5].asInt());
        return () -> KeyGenerator.rsa(bits, exponent, pssOnly, rules);
    }

    private static Map<String, String> members(Value flat) {
        Map<String, String> members = new LinkedHashMap<>();
        for (long i = 0; i + 1 < flat.getArraySize(); i += 2) {
            members.put(
                    flat.getArrayElement(i).asString(),
                    flat.getArrayElement(i + 1).asString());
        }
        return members;
    }

    /** Names and values in turn. */
    private static ProxyArray pairs(Map<String, ?> map) {
        List<Object> flat = new ArrayList<>();
        map.forEach((name, value) -> {
            flat.add(name);
            flat.add(value);
        });
        return ProxyArray.fromList(flat);
    }

    static SecretKey secret(Value handle) {
        return handle.asHostObject();
    }

    static AsymmetricKey key(Value handle) {
        return handle.asHostObject();
    }
}
