package dev.troupe.node.zlib;

import java.nio.ByteBuffer;

/** Copies as many bytes as fit from one buffer to another. Stateless. */
final class Transfers {
    private Transfers() {}

    static int move(ByteBuffer from, ByteBuffer to) {
        int count = Math.min(from.remaining(), to.remaining());
        int limit = from.limit();
        from.limit(from.position() + count);
        to.put(from);
        from.limit(limit);
        return count;
    }
}
