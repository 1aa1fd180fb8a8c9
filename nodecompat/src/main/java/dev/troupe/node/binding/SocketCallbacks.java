package dev.troupe.node.binding;

import org.graalvm.polyglot.Value;

/**
 * The functions of the built-ins that take events, the same for all sockets of a realm; the first argument of each is
 * the owner that the event belongs to. Set by the built-ins when they load, on the actor's loop; it ends with the
 * realm.
 */
final class SocketCallbacks {
    Value connection = Value.asValue(null);
    Value listenerClosed = Value.asValue(null);
    Value connected = Value.asValue(null);
    Value resolved = Value.asValue(null);
    Value read = Value.asValue(null);
    Value end = Value.asValue(null);
    Value drained = Value.asValue(null);
    Value shutDown = Value.asValue(null);
    Value failure = Value.asValue(null);
    Value closed = Value.asValue(null);
    Value head = Value.asValue(null);
    Value body = Value.asValue(null);
    Value messageEnd = Value.asValue(null);
    Value messagesEnd = Value.asValue(null);
    Value parseFailure = Value.asValue(null);
    Value upgraded = Value.asValue(null);

    void servers(Value[] a) {
        connection = a[0];
        listenerClosed = a[1];
    }

    void sockets(Value table) {
        connected = table.getMember("connected");
        resolved = table.getMember("resolved");
        read = table.getMember("read");
        end = table.getMember("end");
        drained = table.getMember("drained");
        shutDown = table.getMember("shutDown");
        failure = table.getMember("failure");
        closed = table.getMember("closed");
    }

    void messages(Value table) {
        head = table.getMember("head");
        body = table.getMember("body");
        messageEnd = table.getMember("messageEnd");
        messagesEnd = table.getMember("end");
        parseFailure = table.getMember("parseFailure");
        upgraded = table.getMember("upgraded");
    }
}
