package dev.troupe.core.kv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.kv.TupleElement.BigInt;
import dev.troupe.core.kv.TupleElement.Bool;
import dev.troupe.core.kv.TupleElement.Bytes;
import dev.troupe.core.kv.TupleElement.Null;
import dev.troupe.core.kv.TupleElement.Number;
import dev.troupe.core.kv.TupleElement.Text;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys in order, and back. */
class TupleEncodingTest {
    /** In the documented order. */
    private static final List<List<TupleElement>> ORDERED = List.of(
            List.of(new Null()),
            List.of(new Null(), new Null()),
            List.of(new Bool(false)),
            List.of(new Bool(true)),
            List.of(new Number(Double.NEGATIVE_INFINITY)),
            List.of(new Number(-1e300)),
            List.of(new Number(-2)),
            List.of(new Number(-1.5)),
            List.of(new Number(-Double.MIN_VALUE)),
            List.of(new Number(0)),
            List.of(new Number(0), new Number(1)),
            List.of(new Number(Double.MIN_VALUE)),
            List.of(new Number(2)),
            List.of(new Number(10)),
            List.of(new Number(Double.POSITIVE_INFINITY)),
            List.of(bigint("-100000000000000000000")),
            List.of(bigint("-256")),
            List.of(bigint("-255")),
            List.of(bigint("-1")),
            List.of(bigint("0")),
            List.of(bigint("1")),
            List.of(bigint("255")),
            List.of(bigint("256")),
            List.of(bigint("100000000000000000000")),
            List.of(new Text("")),
            List.of(new Text(""), new Text("")),
            List.of(new Text("\0")),
            List.of(new Text("a")),
            List.of(new Text("a"), new Null()),
            List.of(new Text("a"), new Text("b")),
            List.of(new Text("a\0")),
            List.of(new Text("ab")),
            List.of(new Text("a\u00ff")),
            List.of(new Text("\ud800")),
            List.of(new Text("\uffff")),
            List.of(new Text("\ud83d\ude00")),
            List.of(new Bytes(new byte[0])),
            List.of(new Bytes(new byte[] {0})),
            List.of(new Bytes(new byte[] {0, 1})),
            List.of(new Bytes(new byte[] {1})),
            List.of(new Bytes(new byte[] {(byte) 0xFF})));

    private static BigInt bigint(String digits) {
        return new BigInt(new BigInteger(digits));
    }

    @Test
    void bytesAreInTheOrderOfTheKeys() {
        for (int less = 0; less < ORDERED.size(); less++) {
            for (int more = less + 1; more < ORDERED.size(); more++) {
                KvKey first = TupleEncoding.encode(ORDERED.get(less));
                KvKey second = TupleEncoding.encode(ORDERED.get(more));
                assertTrue(first.compareTo(second) < 0, ORDERED.get(less) + " < " + ORDERED.get(more));
            }
        }
    }

    @Test
    void keysComeBackAsTheyWere() {
        for (List<TupleElement> key : ORDERED) {
            List<TupleElement> back = TupleEncoding.decode(TupleEncoding.encode(key));
            assertEquals(key.size(), back.size(), key.toString());
            for (int at = 0; at < key.size(); at++) {
                if (key.get(at) instanceof Bytes bytes) {
                    assertArrayEquals(bytes.value(), ((Bytes) back.get(at)).value());
                } else {
                    assertEquals(key.get(at), back.get(at));
                }
            }
        }
    }

    @Test
    void aPrefixCoversWholeElementsOnly() {
        KvKey prefix = TupleEncoding.encode(List.of(new Text("a")));
        KvKey end = prefix.endOfPrefix();
        assertTrue(TupleEncoding.encode(List.of(new Text("a"), new Bytes(new byte[] {-1})))
                        .compareTo(end)
                < 0);
        assertTrue(TupleEncoding.encode(List.of(new Text("ab"))).compareTo(end) > 0);
        assertTrue(TupleEncoding.encode(List.of(new Text("a\0"))).compareTo(end) > 0);
    }

    @Test
    void whatHasNoPlaceInTheOrderIsRefused() {
        assertThrows(KvException.class, () -> TupleEncoding.encode(List.of(new Number(Double.NaN))));
        assertThrows(KvException.class, () -> TupleEncoding.encode(List.of()));
    }

    @Test
    void negativeZeroIsZero() {
        assertEquals(TupleEncoding.encode(List.of(new Number(0.0))), TupleEncoding.encode(List.of(new Number(-0.0))));
    }
}
