package dev.troupe.node.bytes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The legacy encodings of one byte for each character (encoding.spec.whatwg.org/#legacy-single-byte-encodings): Java's
 * charsets of the same names differ from the standard's, and lack some. Read once for the whole process on first use,
 * immutable, any thread.
 */
final class SingleByte {
    private static final int UPPER = 128;
    private static final char UNASSIGNED = '\ufffd';
    private static final Map<String, char[]> TABLES = load();

    private SingleByte() {}

    /** What the bytes from 128 on stand for; U+FFFD for nothing. */
    static Optional<char[]> table(String name) {
        return Optional.ofNullable(TABLES.get(name.equals("iso-8859-8-i") ? "iso-8859-8" : name));
    }

    private static Map<String, char[]> load() {
        Map<String, char[]> tables = new HashMap<>();
        try (InputStream in = SingleByte.class.getResourceAsStream("single-byte.txt")) {
            if (in == null) {
                throw new IllegalStateException("single-byte.txt is missing beside " + SingleByte.class);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(fields -> tables.put(fields[0], characters(fields)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Map.copyOf(tables);
    }

    private static char[] characters(String[] fields) {
        char[] characters = new char[UPPER];
        int at = 0;
        for (int i = 1; i < fields.length; i++) {
            String[] run = fields[i].split("[+*]");
            int count = run.length > 1 ? Integer.parseInt(run[1]) : 0;
            if (run[0].equals("-")) {
                int end = at + Math.max(count, 1);
                Arrays.fill(characters, at, end, UNASSIGNED);
                at = end;
            } else {
                char first = (char) Integer.parseInt(run[0], 16);
                for (int more = 0; more <= count; more++) {
                    characters[at++] = (char) (first + more);
                }
            }
        }
        return characters;
    }
}
