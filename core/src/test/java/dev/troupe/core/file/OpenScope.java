package dev.troupe.core.file;

import dev.troupe.core.spi.ResourceScope;

/** A scope that never ends. */
final class OpenScope implements ResourceScope {
    @Override
    public Registration add(AutoCloseable resource) {
        return () -> {};
    }
}
