package dev.troupe.node.binding;

import dev.troupe.core.Stdio;
import dev.troupe.core.file.Errno;
import dev.troupe.core.file.FileFailure;
import dev.troupe.core.spi.ActorRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Descriptor 0 of an actor: what the host gave it to read, or nothing. Any thread, which waits for input as long as it
 * takes; the host owns the stream, and it ends with the host.
 */
final class StandardInput {
    private final ActorRuntime actor;

    StandardInput(ActorRuntime actor) {
        this.actor = actor;
    }

    private InputStream stream() {
        return actor.stdio().flatMap(Stdio::input).orElseGet(InputStream::nullInputStream);
    }

    /** Some bytes, at most {@code length}; none at the end. */
    ByteBuffer read(int length) throws IOException {
        byte[] bytes = new byte[length];
        int count = stream().read(bytes);
        return ByteBuffer.wrap(bytes, 0, Math.max(0, count));
    }

    /** All bytes to the end, if they are not more than {@code limit}. */
    ByteBuffer readAll(int limit) throws IOException {
        InputStream in = stream();
        byte[] bytes = in.readNBytes(limit);
        if (bytes.length == limit && in.read() >= 0) {
            throw new FileFailure(Errno.EFBIG);
        }
        return ByteBuffer.wrap(bytes);
    }
}
