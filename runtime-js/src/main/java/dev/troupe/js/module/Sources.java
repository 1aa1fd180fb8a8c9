package dev.troupe.js.module;

import dev.troupe.js.typescript.TypeScript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.graalvm.polyglot.Source;

/**
 * The texts of all programs' modules on one host, as the engine gets them, kept while there is room: the same object
 * for the same file, so that the engine shares what it parsed. Any thread, its own lock; nothing to close.
 */
final class Sources {
    /** UTF-16 units of text that are kept; the least recently used go first. */
    private static final long CAPACITY = 64L * 1024 * 1024;

    private final TypeScript typeScript;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
    private long kept;

    Sources(TypeScript typeScript) {
        this.typeScript = typeScript;
    }

    static boolean isTypeScript(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".ts") || name.endsWith(".mts") || name.endsWith(".cts") || name.endsWith(".tsx");
    }

    /** The JavaScript of a TypeScript text that is no file. */
    String javaScript(String source, String name) {
        return typeScript.toJavaScript(source, name);
    }

    /** The JavaScript of {@code file}, and what it imports. */
    Text text(ProgramFiles files, Path file) {
        return cached(Use.TEXT, files, file, () -> {
                    String read = files.read(file);
                    String source = isTypeScript(file) ? typeScript.toJavaScript(read, file.toString()) : read;
                    return new Entry(new Text(source, ModuleLexer.scan(source)), source.length());
                })
                .as(Text.class);
    }

    /** A module's text with its specifiers resolved, in UTF-8. */
    byte[] module(ProgramFiles files, Path file, Supplier<String> make) {
        return cached(Use.MODULE, files, file, () -> {
                    byte[] bytes = make.get().getBytes(StandardCharsets.UTF_8);
                    return new Entry(bytes, bytes.length);
                })
                .as(byte[].class);
    }

    /** A CommonJS module's function. */
    Source commonJs(ProgramFiles files, Path file) {
        return cached(Use.COMMONJS, files, file, () -> {
                    String text = CommonJsText.of(text(files, file).source(), file);
                    return new Entry(
                            Source.newBuilder("js", text, file.toString()).buildLiteral(), text.length());
                })
                .as(Source.class);
    }

    /**
     * What a file of undeclared kind is: a module if it has module syntax
     * (nodejs.org/api/packages.html#syntax-detection).
     */
    Format detected(ProgramFiles files, Path file, Format format, Optional<String> declaredType) {
        String name = String.valueOf(file.getFileName());
        boolean undeclared =
                format == Format.COMMONJS && declaredType.isEmpty() && !name.endsWith(".cjs") && !name.endsWith(".cts");
        return undeclared && text(files, file).lexed().moduleSyntax() ? Format.MODULE : format;
    }

    private Entry cached(Use use, ProgramFiles files, Path file, Supplier<Entry> make) {
        Key key = new Key(use, files.origin(), file, files.stamp(file));
        synchronized (entries) {
            Entry entry = entries.get(key);
            if (entry != null) {
                return entry;
            }
        }
        Entry made = make.get(); // outside of the lock: two may make the same, one is kept
        synchronized (entries) {
            Entry before = entries.putIfAbsent(key, made);
            if (before != null) {
                return before;
            }
            kept += made.size;
            var oldest = entries.entrySet().iterator();
            while (kept > CAPACITY && oldest.hasNext()) {
                kept -= oldest.next().getValue().size;
                oldest.remove();
            }
            return made;
        }
    }

    private enum Use {
        TEXT,
        MODULE,
        COMMONJS
    }

    private record Key(Use use, Object origin, Path file, long stamp) {}

    private record Entry(Object value, long size) {
        <T> T as(Class<T> type) {
            return type.cast(value);
        }
    }

    /**
     * A file's JavaScript.
     *
     * @param source the text
     * @param lexed what it imports
     */
    record Text(String source, ModuleLexer.Result lexed) {}
}
