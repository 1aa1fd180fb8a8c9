package dev.troupe.node.binding;

import dev.troupe.js.spi.Realm;
import dev.troupe.node.netty.Connection;
import dev.troupe.node.netty.NetEvent;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events of one connection into the realm: to its socket, or to the HTTP side while a parser is installed.
 * Held by JS as the opaque handle of the socket; on the actor's loop. It ends with the connection.
 */
final class ConnectionSink implements Consumer<NetEvent> {
    private final Realm realm;
    private final SocketCallbacks callbacks;
    private final Connection connection;
    private @Nullable Value socket;
    private @Nullable Value exchange;

    ConnectionSink(Realm realm, SocketCallbacks callbacks, Connection connection) {
        this.realm = realm;
        this.callbacks = callbacks;
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** Tells {@code owner} from now on. */
    void owner(Value owner) {
        socket = owner;
        connection.listen(this);
    }

    /** Tells what is parsed to {@code owner}; null ends parsing. */
    void parsed(@Nullable Value owner) {
        exchange = owner;
    }

    @Override
    public void accept(NetEvent event) {
        Value http = exchange;
        Value owner = socket;
        if (owner == null) {
            return;
        }
        if (event instanceof NetEvent.RequestHead head && http != null) {
            realm.enter(callbacks.head, http, head.flags(), head.method(), head.target(), head.fields());
        } else if (event instanceof NetEvent.ResponseHead head && http != null) {
            realm.enter(callbacks.head, http, head.flags(), head.status(), head.reason(), head.fields());
        } else if (event instanceof NetEvent.Chunk chunk) {
            realm.enter(
                    http == null ? callbacks.read : callbacks.body,
                    http == null ? owner : http,
                    ByteBuffer.wrap(chunk.bytes()));
        } else if (event instanceof NetEvent.MessageEnd end && http != null) {
            realm.enter(callbacks.messageEnd, http, end.fields());
        } else if (event instanceof NetEvent.ParseFailure failure && http != null) {
            realm.enter(
                    callbacks.parseFailure, http, failure.code(), failure.reason(), ByteBuffer.wrap(failure.packet()));
        } else if (event instanceof NetEvent.Signal signal) {
            signal(signal, owner, http);
        } else if (event instanceof NetEvent.Failure failure) {
            realm.enter(callbacks.failure, owner, failure.code(), failure.syscall(), failure.address(), failure.port());
        } else if (event instanceof NetEvent.Resolved resolved) {
            realm.enter(callbacks.resolved, owner, resolved.address(), resolved.family());
        }
    }

    private void signal(NetEvent.Signal signal, Value owner, @Nullable Value http) {
        switch (signal) {
            case CONNECTED -> realm.enter(callbacks.connected, owner);
            case DRAINED -> realm.enter(callbacks.drained, owner);
            case SHUT_DOWN -> realm.enter(callbacks.shutDown, owner);
            case CLOSED -> realm.enter(callbacks.closed, owner);
            case END -> {
                if (http == null) {
                    realm.enter(callbacks.end, owner);
                } else {
                    realm.enter(callbacks.messagesEnd, http);
                }
            }
            case UPGRADED -> {
                if (http != null) {
                    realm.enter(callbacks.upgraded, http);
                }
            }
        }
    }
}
