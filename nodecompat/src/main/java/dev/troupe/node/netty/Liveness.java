package dev.troupe.node.netty;

import dev.troupe.core.spi.EventLoop;

/**
 * Whether one handle keeps its actor alive, as {@code uv_ref} and {@code uv_unref} say: at most one count on the loop,
 * and only while the handle is active. Owned by one handle; any thread. It ends once, when the handle closes.
 */
final class Liveness {
    private final EventLoop loop;
    private boolean wanted = true;
    private boolean active;
    private boolean ended;
    private boolean counted;

    Liveness(EventLoop loop) {
        this.loop = loop;
    }

    /** Says whether there is something to wait for, as libuv's {@code uv_is_active} does; in vain after the end. */
    synchronized void active(boolean on) {
        active = on && !ended;
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
        ended = true;
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
