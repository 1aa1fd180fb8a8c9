package dev.troupe.core.host;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Text by name: the form in which a host writes down what it has to remember. Names that a reader does not know are
 * ignored and those that are missing have a default, so that hosts of different versions read each other. Confined to
 * its thread; a value once it is made.
 */
final class Fields {
    private final TreeMap<String, String> texts = new TreeMap<>();

    Fields put(String name, String text) {
        texts.put(name, text);
        return this;
    }

    Fields putAll(String prefix, Map<String, String> map) {
        map.forEach((name, text) -> texts.put(prefix + "." + name, text));
        return this;
    }

    Fields putAll(String prefix, List<String> list) {
        texts.put(prefix, Integer.toString(list.size()));
        for (int i = 0; i < list.size(); i++) {
            texts.put(prefix + "." + i, list.get(i));
        }
        return this;
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("The field \"" + name + "\" is missing."));
    }

    Map<String, String> map(String prefix) {
        Map<String, String> found = new TreeMap<>();
        String start = prefix + ".";
        texts.tailMap(start).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(start))
                .forEach(entry -> found.put(entry.getKey().substring(start.length()), entry.getValue()));
        return found;
    }

    List<String> list(String prefix) {
        List<String> found = new ArrayList<>();
        int size = Integer.parseInt(find(prefix).orElse("0"));
        for (int i = 0; i < size; i++) {
            found.add(text(prefix + "." + i));
        }
        return found;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(texts.size());
            for (Map.Entry<String, String> entry : texts.entrySet()) {
                write(out, entry.getKey());
                write(out, entry.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    static Fields of(byte[] bytes) {
        Fields fields = new Fields();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (int left = in.readInt(); left > 0; left--) {
                fields.put(read(in), read(in));
            }
        } catch (IOException cut) {
            throw new IllegalArgumentException("The record is cut off.", cut);
        }
        return fields;
    }

    private static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] utf8 = in.readNBytes(length);
        if (utf8.length != length) {
            throw new IOException("expected " + length + " bytes, found " + utf8.length);
        }
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
