package dev.troupe.node.crypto.key;

/** Object identifiers of algorithms (RFC 5480, RFC 8017, RFC 8018, RFC 8410). */
final class Oids {
    static final String RSA = "1.2.840.113549.1.1.1";
    static final String MGF1 = "1.2.840.113549.1.1.8";
    static final String RSA_PSS = "1.2.840.113549.1.1.10";
    static final String DSA = "1.2.840.10040.4.1";
    static final String DH = "1.2.840.113549.1.3.1";
    static final String EC = "1.2.840.10045.2.1";
    static final String PRIME_FIELD = "1.2.840.10045.1.1";
    static final String PBES2 = "1.2.840.113549.1.5.13";
    static final String PBKDF2 = "1.2.840.113549.1.5.12";

    private Oids() {}
}
