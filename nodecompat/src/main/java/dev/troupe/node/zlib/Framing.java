package dev.troupe.node.zlib;

/**
 * What is around deflated data: RFC 1950's header and Adler-32, RFC 1952's header and CRC-32, or nothing (RFC 1951).
 */
public enum Framing {
    ZLIB,
    GZIP,
    RAW,
    /** When reading: gzip if it begins so, else zlib. */
    DETECT
}
