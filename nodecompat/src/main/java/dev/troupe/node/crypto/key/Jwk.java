package dev.troupe.node.crypto.key;

import dev.troupe.node.crypto.CryptoFailure;
import java.math.BigInteger;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keys as JSON Web Keys (RFC 7517, RFC 7518 §6, RFC 8037), a map of text members. Stateless, any thread. */
public final class Jwk {
    private Jwk() {}

    /** The members of a key. */
    public static Map<String, String> of(AsymmetricKey key) {
        Map<String, String> members = new LinkedHashMap<>();
        if (key instanceof RsaKey rsa && !rsa.pssOnly()) {
            rsa(members, rsa);
        } else if (key instanceof EcKey ec) {
            ec(members, ec);
        } else if (key instanceof OkpKey okp) {
            members.put("crv", okp.curve().title());
            if (okp.isPrivate()) {
                members.put("d", Numbers.base64Url(okp.requireSecret()));
            }
            members.put("x", Numbers.base64Url(okp.publicBytes()));
            members.put("kty", "OKP");
        } else {
            throw CryptoFailure.of("ERR_CRYPTO_JWK_UNSUPPORTED_KEY_TYPE", "Unsupported JWK Key Type.");
        }
        return members;
    }

    private static void rsa(Map<String, String> members, RsaKey key) {
        members.put("kty", "RSA");
        members.put("n", Numbers.base64Url(key.modulus()));
        members.put("e", Numbers.base64Url(key.exponent()));
        if (key.isPrivate()) {
            RsaKey.Secret secret = key.requireSecret();
            members.put("d", Numbers.base64Url(secret.d()));
            members.put("p", Numbers.base64Url(secret.p()));
            members.put("q", Numbers.base64Url(secret.q()));
            members.put("dp", Numbers.base64Url(secret.dp()));
            members.put("dq", Numbers.base64Url(secret.dq()));
            members.put("qi", Numbers.base64Url(secret.qInverse()));
        }
    }

    private static void ec(Map<String, String> members, EcKey key) {
        Curve curve = key.curve();
        members.put("kty", "EC");
        members.put("x", Numbers.base64Url(Numbers.fixed(key.point().getAffineX(), curve.size())));
        members.put("y", Numbers.base64Url(Numbers.fixed(key.point().getAffineY(), curve.size())));
        members.put("crv", curveName(curve));
        if (key.isPrivate()) {
            members.put("d", Numbers.base64Url(Numbers.fixed(key.requireScalar(), curve.scalarSize())));
        }
    }

    private static String curveName(Curve curve) {
        return switch (curve.name()) {
            case "prime256v1" -> "P-256";
            case "secp256k1" -> "secp256k1";
            case "secp384r1" -> "P-384";
            case "secp521r1" -> "P-521";
            default ->
                throw CryptoFailure.of(
                        "ERR_CRYPTO_JWK_UNSUPPORTED_CURVE", "Unsupported JWK EC curve: " + curve.name() + ".");
        };
    }

    /** The key of some members, private if there is a {@code d}. */
    public static AsymmetricKey read(Map<String, String> members) {
        try {
            return switch (member(members, "kty")) {
                case "RSA" -> rsa(members);
                case "EC" -> ec(members);
                default -> okp(members);
            };
        } catch (IllegalArgumentException | ArithmeticException malformed) {
            throw invalid(members);
        }
    }

    private static CryptoFailure invalid(Map<String, String> members) {
        return CryptoFailure.of(
                "ERR_CRYPTO_INVALID_JWK",
                switch (members.getOrDefault("kty", "")) {
                    case "RSA" -> "Invalid JWK RSA key";
                    case "EC" -> "Invalid JWK EC key";
                    default -> "Invalid JWK data";
                });
    }

    private static String member(Map<String, String> members, String name) {
        String value = members.get(name);
        if (value == null) {
            throw invalid(members);
        }
        return value;
    }

    private static byte[] bytes(Map<String, String> members, String name) {
        return Base64.getUrlDecoder()
                .decode(member(members, name)
                        .replace('+', '-')
                        .replace('/', '_')
                        .replace("=", ""));
    }

    private static BigInteger number(Map<String, String> members, String name) {
        return Numbers.of(bytes(members, name));
    }

    private static RsaKey rsa(Map<String, String> members) {
        BigInteger modulus = number(members, "n");
        BigInteger exponent = number(members, "e");
        if (modulus.signum() == 0 || exponent.signum() == 0) {
            throw invalid(members);
        }
        if (!members.containsKey("d")) {
            return new RsaKey(modulus, exponent, null, false, null);
        }
        RsaKey.Secret secret = new RsaKey.Secret(
                number(members, "d"),
                number(members, "p"),
                number(members, "q"),
                number(members, "dp"),
                number(members, "dq"),
                number(members, "qi"));
        return new RsaKey(modulus, exponent, secret, false, null);
    }

    private static EcKey ec(Map<String, String> members) {
        Curve curve = Curves.require(member(members, "crv"));
        ECPoint point = new ECPoint(number(members, "x"), number(members, "y"));
        if (!curve.contains(point)) {
            throw invalid(members);
        }
        if (!members.containsKey("d")) {
            return new EcKey(curve, point, null, false);
        }
        BigInteger scalar = number(members, "d");
        if (!curve.isScalar(scalar)) {
            throw invalid(members);
        }
        return new EcKey(curve, point, scalar, false);
    }

    private static OkpKey okp(Map<String, String> members) {
        OkpCurve curve = OkpCurve.of(member(members, "crv")).orElseThrow(() -> invalid(members));
        byte[] bytes = bytes(members, "x");
        if (bytes.length != curve.size()) {
            throw invalid(members);
        }
        if (!members.containsKey("d")) {
            return new OkpKey(curve, bytes, null);
        }
        byte[] secret = bytes(members, "d");
        if (secret.length != curve.size()) {
            throw invalid(members);
        }
        OkpKey key = curve.ofSecret(secret);
        if (!Arrays.equals(key.publicBytes(), bytes)) {
            throw invalid(members);
        }
        return key;
    }
}
