package dev.troupe.js.typescript;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Turns TypeScript into JavaScript for all programs of a host. Any thread; the compiler behind it is made at the first
 * source that no cache has, and closed with this.
 */
public final class TypeScript implements AutoCloseable {
    private final Optional<DiskCache> disk;
    private final Compiler compiler = new Compiler();

    /**
     * Opens it.
     *
     * @param cacheDirectory where results are kept between runs; empty means not at all
     */
    public TypeScript(Optional<Path> cacheDirectory) {
        this.disk = cacheDirectory.map(folder -> new DiskCache(folder.resolve("typescript-" + Compiler.VERSION)));
    }

    /**
     * Gives the JavaScript of {@code source}, line for line.
     *
     * @param name the file name, which decides about JSX and stands in messages
     * @throws TypeScriptException if it is not TypeScript; the message has file, line, column and the source line
     */
    public String toJavaScript(String source, String name) {
        String key = key(source, name);
        Optional<String> cached = disk.flatMap(cache -> cache.find(key));
        if (cached.isPresent()) {
            return cached.get();
        }
        String compiled = compiler.compile(source, name);
        disk.ifPresent(cache -> cache.put(key, compiled));
        return compiled;
    }

    /** By content and by what of the name matters. */
    private static String key(String source, String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) (Compiler.isJsx(name) ? 1 : 0));
            return HexFormat.of().formatHex(digest.digest(source.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JVM has SHA-256", impossible);
        }
    }

    @Override
    public void close() {
        compiler.close();
    }
}
