package dev.troupe.node.zlib;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.github.luben.zstd.util.Native;

/**
 * Loads the native libraries when a program first compresses with them. Any thread; they stay loaded with their class
 * loader.
 */
final class NativeLibraries {
    private NativeLibraries() {}

    /** @throws UnavailableCodecException if there is no brotli library for this system on the class path */
    static void brotli() {
        if (!Brotli4jLoader.isAvailable()) {
            throw new UnavailableCodecException("brotli", "com.aayushatharva.brotli4j:native-…");
        }
    }

    /** @throws UnavailableCodecException if the zstd library is not on the class path or does not know this system */
    static void zstd() {
        try {
            Native.load();
        } catch (LinkageError missing) {
            throw new UnavailableCodecException("zstd", "com.github.luben:zstd-jni");
        }
    }
}
