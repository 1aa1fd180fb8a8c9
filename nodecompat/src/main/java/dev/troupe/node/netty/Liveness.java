package dev.troupe.node.netty;

import dev.troupe.core.spi.EventLoop;

/**
 * Whether one handle keeps its actor alive, as {@code uv_ref} and {@code uv_unref} say: at most one count on the loop.
 * Owned by one handle; any thread. It ends once, when the handle closes.
 */
final class Liveness {
    private final EventLoop loop;
    private boolean wanted = true;
    private boolean active;
    private boolean counted;

    Liveness(EventLoop loop) {
        this.loop = loop;
    }

    synchronized void start() {
        active = true;
        settle();
    }

    synchronized void ref() {
        wanted = true;
        settle();
    }

    synchronized void unref() {
        wanted = false;
        settle();
    }

    synchronized void end() {
        active = false;
        settle();
    }

    private void settle() {
        boolean count = wanted && active;
        if (count != counted) {
            counted = count;
            if (count) {
                loop.ref();
            } else {
                loop.unref();
            }
        }
    }
}
