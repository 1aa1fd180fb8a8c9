package dev.troupe.node.crypto.x509;

import dev.troupe.node.crypto.CryptoFailure;
import dev.troupe.node.crypto.asn1.DerReader;
import dev.troupe.node.crypto.asn1.MalformedException;
import dev.troupe.node.crypto.asn1.Pem;
import dev.troupe.node.crypto.asymmetric.Signatures;
import dev.troupe.node.crypto.key.AsymmetricKey;
import dev.troupe.node.crypto.key.KeyDecoder;
import java.math.BigInteger;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A certificate (RFC 5280 §4.1). Immutable, any thread; it ends with the JS object that holds it. */
public final class Certificate {
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String EXTENDED_USAGE = "2.5.29.37";
    private static final String INFO_ACCESS = "1.3.6.1.5.5.7.1.1";
    private static final Map<String, String> ACCESS =
            Map.of("1.3.6.1.5.5.7.48.1", "OCSP", "1.3.6.1.5.5.7.48.2", "CA Issuers");

    private final byte[] der;
    private final byte[] body;
    private final SignatureAlgorithm algorithm;
    private final byte[] signature;
    private final BigInteger serial;
    private final DistinguishedName issuer;
    private final DistinguishedName subject;
    private final byte[] issuerDer;
    private final byte[] subjectDer;
    private final ZonedDateTime from;
    private final ZonedDateTime to;
    private final byte[] spki;
    private final Map<String, byte[]> extensions = new HashMap<>();

    private Certificate(byte[] der) {
        this.der = der;
        DerReader all = DerReader.of(der).sequence();
        this.body = all.element();
        this.algorithm = SignatureAlgorithm.read(all.sequence());
        this.signature = all.bits();
        DerReader fields = DerReader.of(body).sequence();
        if (fields.tag() == 0xa0) {
            fields.skip(); // version
        }
        this.serial = fields.integer();
        fields.skip(); // the signature's algorithm once more
        this.issuerDer = fields.element();
        this.issuer = DistinguishedName.read(DerReader.of(issuerDer).sequence());
        DerReader validity = fields.sequence();
        this.from = DerText.time(validity);
        this.to = DerText.time(validity);
        this.subjectDer = fields.element();
        this.subject = DistinguishedName.read(DerReader.of(subjectDer).sequence());
        this.spki = fields.element();
        while (!fields.atEnd()) {
            int tag = fields.tag();
            DerReader field = fields.enter(tag);
            if (tag == 0xa3) {
                extensions(field.sequence());
            }
        }
    }

    private void extensions(DerReader list) {
        while (!list.atEnd()) {
            DerReader extension = list.sequence();
            String oid = extension.oid();
            if (extension.tag() == 0x01) {
                extension.skip(); // critical
            }
            extensions.put(oid, extension.octets());
        }
    }

    /** Reads PEM text or DER. */
    public static Certificate read(byte[] bytes) {
        try {
            for (Pem block : Pem.blocks(bytes)) {
                if (block.label().endsWith("CERTIFICATE")) {
                    return new Certificate(DerReader.of(block.bytes()).element());
                }
            }
            return new Certificate(DerReader.of(bytes).element());
        } catch (MalformedException malformed) {
            throw CryptoFailure.openSsl("0480006C", "PEM routines", "PEM_", "no start line");
        }
    }

    public byte[] der() {
        return der.clone();
    }

    public String pem() {
        return Pem.text("CERTIFICATE", der);
    }

    public String subject() {
        return subject.lines();
    }

    public String issuer() {
        return issuer.lines();
    }

    /** Names and values in turn. */
    public List<String> subjectAttributes() {
        return subject.flat();
    }

    /** Names and values in turn. */
    public List<String> issuerAttributes() {
        return issuer.flat();
    }

    /** Hexadecimal digits in pairs. */
    public String serialNumber() {
        String digits = serial.abs().toString(16).toUpperCase(Locale.ROOT);
        return (serial.signum() < 0 ? "-" : "") + (digits.length() % 2 == 0 ? digits : "0" + digits);
    }

    public ZonedDateTime validFrom() {
        return from;
    }

    public ZonedDateTime validTo() {
        return to;
    }

    /** The public key; a certificate may hold one that is none. */
    public AsymmetricKey publicKey() {
        try {
            return KeyDecoder.publicKey(spki, "spki", Optional.empty());
        } catch (CryptoFailure noKey) {
            throw CryptoFailure.openSsl("03000072", "digital envelope routines", "EVP_", "decode error");
        }
    }

    private Optional<DerReader> extension(String oid) {
        return Optional.ofNullable(extensions.get(oid)).map(DerReader::of);
    }

    List<GeneralName> alternativeNames() {
        return extension(ALTERNATIVE_NAMES)
                .map(reader -> GeneralName.readAll(reader.sequence()))
                .orElse(List.of());
    }

    List<String> subjectValues(String name) {
        return subject.values(name);
    }

    /** One line; empty if there are none. */
    public String subjectAltName() {
        return String.join(
                ", ", alternativeNames().stream().map(GeneralName::safe).toList());
    }

    /** Lines; empty if there are none. */
    public String infoAccess() {
        List<String> lines = new ArrayList<>();
        accesses((method, name) -> lines.add(method + " - " + name.safe()));
        return String.join("\n", lines);
    }

    /** Keys and values in turn, as Node's old form has them. */
    public List<String> infoAccessPairs() {
        List<String> flat = new ArrayList<>();
        accesses((method, name) -> {
            flat.add(method + " - " + name.kind());
            flat.add(name.value());
        });
        return flat;
    }

    private void accesses(java.util.function.BiConsumer<String, GeneralName> consumer) {
        extension(INFO_ACCESS).ifPresent(reader -> {
            DerReader list = reader.sequence();
            while (!list.atEnd()) {
                DerReader description = list.sequence();
                String method = description.oid();
                consumer.accept(ACCESS.getOrDefault(method, method), GeneralName.read(description));
            }
        });
    }

    /** Object identifiers of what the key is for; empty if the certificate does not say. */
    public List<String> extendedUsage() {
        List<String> oids = new ArrayList<>();
        extension(EXTENDED_USAGE).ifPresent(reader -> {
            DerReader list = reader.sequence();
            while (!list.atEnd()) {
                oids.add(list.oid());
            }
        });
        return oids;
    }

    /** Does it say that it is an authority's? */
    public boolean isAuthority() {
        return extension(BASIC_CONSTRAINTS)
                .map(DerReader::sequence)
                .filter(constraints -> constraints.tag() == 0x01)
                .map(constraints -> constraints.content(0x01))
                .filter(flag -> flag.length == 1 && flag[0] != 0)
                .isPresent();
    }

    /** Bytes of a digest with colons between. */
    public static String fingerprint(byte[] digest) {
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    }

    /** Does the other's name stand as this one's issuer, and is this one's signature by the other's kind of key? */
    public boolean isIssuedBy(Certificate other) {
        if (!Arrays.equals(issuerDer, other.subjectDer)) {
            return false;
        }
        try {
            return algorithm.fits(other.publicKey());
        } catch (CryptoFailure noKey) {
            return false;
        }
    }

    /** Is the signature by that key? */
    public boolean isSignedBy(AsymmetricKey key) {
        if (!algorithm.fits(key)) {
            return false;
        }
        Signatures.Options options = new Signatures.Options(algorithm.padding(), Signatures.NO_SALT_LENGTH, false);
        try {
            return Signatures.verify(key, algorithm.hash(), body, signature, options);
        } catch (CryptoFailure refused) {
            return false;
        }
    }
}
