package dev.troupe.node.netty;

/**
 * What a connection tells its program. Made on a transport thread, read on the actor's loop; immutable, and bytes are
 * plain arrays that nobody else holds.
 */
public sealed interface NetEvent {

    /** What this event counts in the bytes that may wait for the program. */
    default int weight() {
        return 64;
    }

    /** Bytes of the stream, or of a message's body while a parser is installed. */
    record Chunk(byte[] bytes) implements NetEvent {
        @Override
        public int weight() {
            return bytes.length + 64;
        }
    }

    /**
     * A request's head. {@code fields} holds names and values in turn, each ended by a line feed, which neither can
     * contain.
     *
     * @param flags bits of {@link HeadFlags}
     */
    record RequestHead(int flags, String method, String target, String fields) implements NetEvent {
        @Override
        public int weight() {
            return fields.length() + target.length() + 64;
        }
    }

    /** A response's head; see {@link RequestHead}. */
    record ResponseHead(int flags, int status, String reason, String fields) implements NetEvent {
        @Override
        public int weight() {
            return fields.length() + reason.length() + 64;
        }
    }

    /** The message has ended; {@code fields} are its trailers, as in {@link RequestHead}. */
    record MessageEnd(String fields) implements NetEvent {}

    /** The parser refused the input with llhttp's {@code code}; nothing of this connection is parsed any more. */
    record ParseFailure(String code, String reason, byte[] packet) implements NetEvent {}

    /** The connection failed with Node's {@code code} in {@code syscall}; {@link Signal#CLOSED} follows. */
    record Failure(String code, String syscall, String address, int port) implements NetEvent {}

    /** Addresses that a client's host name stands for, and the failure if it stands for none. */
    record Resolved(String address, int family, String code) implements NetEvent {}

    /** Events without content. */
    enum Signal implements NetEvent {
        /** The client's connection is open. */
        CONNECTED,
        /** The peer has sent all it had to. */
        END,
        /** Enough of what was written has left for more to be written. */
        DRAINED,
        /** All that was written has left, and the peer was told that nothing follows. */
        SHUT_DOWN,
        /** The bytes that came with a request for another protocol have all been told; reading has stopped. */
        UPGRADED,
        /** The socket is gone. */
        CLOSED
    }
}
