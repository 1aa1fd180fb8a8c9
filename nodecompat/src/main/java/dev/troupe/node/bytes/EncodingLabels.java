package dev.troupe.node.bytes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The encodings that {@code TextDecoder} knows, by label (encoding.spec.whatwg.org/#names-and-labels). Read once for
 * the whole process on first use, immutable, any thread.
 */
public final class EncodingLabels {
    /** One encoding: the standard's name in lower case, and Java's, or {@code -}. */
    private record Entry(String name, String charset) {}

    private static final Map<String, Entry> BY_LABEL = load();

    private EncodingLabels() {}

    /** The name that {@code label} stands for, if there is one that this JVM can decode. */
    public static Optional<String> name(String label) {
        String trimmed = strip(label).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_LABEL.get(trimmed))
                .filter(entry -> !entry.name().equals("replacement"))
                .filter(entry -> entry.charset().equals("-") || Charset.isSupported(entry.charset()))
                .map(Entry::name);
    }

    /** The Java charset of a legacy encoding. */
    static Charset charset(String name) {
        Entry entry = BY_LABEL.get(name);
        if (entry == null || entry.charset().equals("-")) {
            throw new IllegalArgumentException("not a legacy encoding: " + name);
        }
        return Charset.forName(entry.charset());
    }

    private static String strip(String label) {
        int start = 0;
        int end = label.length();
        while (start < end && isSpace(label.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(label.charAt(end - 1))) {
            end--;
        }
        return label.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }

    private static Map<String, Entry> load() {
        Map<String, Entry> table = new HashMap<>();
        try (InputStream in = EncodingLabels.class.getResourceAsStream("encodings.txt")) {
            if (in == null) {
                throw new IllegalStateException("encodings.txt is missing beside " + EncodingLabels.class);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> add(table, line.split(" ")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Map.copyOf(table);
    }

    private static void add(Map<String, Entry> table, String[] fields) {
        Entry entry = new Entry(fields[0], fields[1]);
        for (int i = 2; i < fields.length; i++) {
            table.put(fields[i], entry);
        }
    }
}
