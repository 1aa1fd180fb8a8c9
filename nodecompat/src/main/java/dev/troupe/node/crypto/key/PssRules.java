package dev.troupe.node.crypto.key;

import dev.troupe.node.crypto.asn1.Der;
import dev.troupe.node.crypto.asn1.DerReader;
import dev.troupe.node.crypto.asn1.MalformedException;
import java.io.ByteArrayOutputStream;

/**
 * What a key for RSASSA-PSS alone demands of signatures: RSASSA-PSS-params (RFC 8017 §A.2.3).
 *
 * @param hash canonical name of the hash function
 * @param mgf1Hash canonical name of the mask's hash function
 * @param saltLength bytes of salt at least
 */
public record PssRules(String hash, String mgf1Hash, int saltLength) {
    private static final String DEFAULT_HASH = "sha1";
    private static final int DEFAULT_SALT = 20;

    byte[] der() {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        if (!hash.equals(DEFAULT_HASH)) {
            parts.writeBytes(Der.tagged(0, DigestOids.algorithm(hash)));
        }
        if (!mgf1Hash.equals(DEFAULT_HASH)) {
            parts.writeBytes(Der.tagged(1, Der.sequence(Der.oid(Oids.MGF1), DigestOids.algorithm(mgf1Hash))));
        }
        if (saltLength != DEFAULT_SALT) {
            parts.writeBytes(Der.tagged(2, Der.integer(saltLength)));
        }
        return Der.sequence(parts.toByteArray());
    }

    /** Reads the members of RSASSA-PSS-params. */
    public static PssRules read(DerReader params) {
        String hash = DEFAULT_HASH;
        String mask = DEFAULT_HASH;
        int salt = DEFAULT_SALT;
        while (!params.atEnd()) {
            int tag = params.tag();
            DerReader value = params.enter(tag);
            switch (tag) {
                case 0xa0 -> hash = DigestOids.name(value.sequence().oid());
                case 0xa1 -> {
                    DerReader generator = value.sequence();
                    if (!generator.oid().equals(Oids.MGF1)) {
                        throw new MalformedException("another mask than MGF1");
                    }
                    mask = DigestOids.name(generator.sequence().oid());
                }
                case 0xa2 -> salt = value.smallInteger();
                case 0xa3 -> {
                    if (value.smallInteger() != 1) {
                        throw new MalformedException("another trailer than 0xbc");
                    }
                }
                default -> throw new MalformedException("RSASSA-PSS-params");
            }
        }
        return new PssRules(hash, mask, salt);
    }
}
