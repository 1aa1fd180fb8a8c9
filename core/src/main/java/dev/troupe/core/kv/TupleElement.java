package dev.troupe.core.kv;

import java.math.BigInteger;

/** One element of a key. Values; the order of the types is the order of this list. */
public sealed interface TupleElement {

    /** {@code null}. */
    record Null() implements TupleElement {}

    /** {@code false} before {@code true}. */
    record Bool(boolean value) implements TupleElement {}

    /** A finite or infinite number, by value; {@code -0} is {@code 0}. */
    @SuppressWarnings("JavaLangClash") // JavaScript's
    record Number(double value) implements TupleElement {}

    /** A bigint, by value; never equal to a number. */
    record BigInt(BigInteger value) implements TupleElement {}

    /** A string, by code point; a lone surrogate counts as one. */
    record Text(String value) implements TupleElement {}

    /** Bytes, as unsigned; not copied: nobody changes them. */
    record Bytes(byte[] value) implements TupleElement {}
}
